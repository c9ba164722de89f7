import { useLayoutEffect, type KeyboardEvent, type RefObject } from 'react';

const choices = '[role="tab"], [role="radio"]';
const steps: Readonly<Record<string, 'next' | 'previous' | 'first' | 'last'>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

const choicesIn = (group: Element): HTMLElement[] =>
  [...group.querySelectorAll<HTMLElement>(choices)].filter((choice) => !choice.matches(':disabled'));

const isChosen = (choice: Element): boolean =>
  choice.getAttribute('aria-selected') === 'true' || choice.getAttribute('aria-checked') === 'true';

/** Tabs stand side by side: up and down scroll the page. */
const stepOf = (group: Element, key: string) =>
  group.getAttribute('role') === 'tablist' && /Up|Down/.test(key) ? undefined : steps[key];

/**
 * Tabs and radio buttons as the keyboard knows them: Tab comes to the chosen one, arrows, Home and End choose another one.
 * @returns what the group does about a key
 */
export function useArrows(group: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  useLayoutEffect(() => {
    if (!group.current) return;
    const all = choicesIn(group.current);
    const stop = all.find(isChosen) ?? all[0];
    for (const choice of all) choice.tabIndex = choice === stop ? 0 : -1;
  });
  return (event) => {
    const step = group.current && stepOf(group.current, event.key);
    if (!group.current || !step || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = choicesIn(group.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    const places = { next: at + 1, previous: at - 1 + all.length, first: 0, last: all.length - 1 };
    const chosen = all[places[step] % all.length];
    chosen?.focus();
    chosen?.click();
  };
}

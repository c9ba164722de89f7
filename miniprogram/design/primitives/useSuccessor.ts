import { useLayoutEffect, type RefObject } from 'react';
import { stopsIn } from './focus';

/** The parts of a page and of a dialog: the focus does not jump out of one. */
const parts = 'main, header, nav, .lt-page__footer, [role="dialog"]';

/** Where an element stood: from its own parent up, and at which place in each. */
const placesOf = (element: Element): { parent: Element; at: number }[] => {
  const places: { parent: Element; at: number }[] = [];
  for (let child = element; child.parentElement && !child.matches(parts); child = child.parentElement)
    places.push({ parent: child.parentElement, at: [...child.parentElement.children].indexOf(child) });
  return places;
};

/** What stands now where a button was taken away: the nearest that can still be reached. */
const successorAmong = (places: ReturnType<typeof placesOf>): HTMLElement | undefined => {
  for (const { parent, at } of places) {
    if (!parent.isConnected) continue;
    const there = parent.children[Math.min(at, parent.children.length - 1)];
    if (there instanceof HTMLElement && stopsIn(parent).some((stop) => there.contains(stop))) return there;
  }
  const part = places.at(-1)?.parent;
  return part?.isConnected ? beginningOf(part) : undefined;
};

/** Where nothing is left to tap. */
const beginningOf = (part: Element): HTMLElement | undefined =>
  part.closest<HTMLElement>('[role="dialog"]') ?? part.closest('.lt-page')?.querySelector('h1') ?? undefined;

/**
 * Gives the focus to a button, or to a box with buttons, which is a stop for this once: there the next Enter does nothing that
 * was not meant, and the next Tab comes to its first button.
 */
const giveFocus = (successor: HTMLElement): void => {
  if (!successor.hasAttribute('tabindex') && successor.tabIndex < 0) {
    successor.tabIndex = -1;
    successor.classList.add('lt-successor');
    const forget = () => {
      successor.removeAttribute('tabindex');
      successor.classList.remove('lt-successor');
    };
    successor.addEventListener('blur', forget, { once: true });
  }
  successor.focus();
};

/** When a button goes away under the finger (its line was removed, others took its place), what stands there takes the focus. */
export function useSuccessor(button: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (!own || document.activeElement !== own) return;
      const places = placesOf(own);
      queueMicrotask(() => {
        const lost = document.activeElement === document.body || !document.activeElement?.isConnected;
        const successor = lost ? successorAmong(places) : undefined;
        if (successor) giveFocus(successor);
      });
    };
  }, [button]);
}

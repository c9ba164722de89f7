import { useEffect, useRef, type RefObject } from 'react';
import { isWithinReach, stopsIn } from './focus';

type Dialog = { paper: HTMLElement; close: () => void };

/** The open dialogs, the one on top last: keys are for that one. */
const open: Dialog[] = [];

/** Keeps Tab inside `paper`, from wherever the focus is. */
const keepInside = (event: KeyboardEvent, paper: HTMLElement): void => {
  const stops = stopsIn(paper);
  const [first, last] = [stops[0], stops.at(-1)];
  const { activeElement } = document;
  const outside = !paper.contains(activeElement);
  const atEdge = event.shiftKey ? activeElement === first || activeElement === paper : activeElement === last;
  if (!outside && !atEdge) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
};

const onKey = (event: KeyboardEvent): void => {
  const top = open.at(-1);
  if (!top || event.defaultPrevented) return;
  if (event.key === 'Escape' && !event.isComposing) {
    event.preventDefault();
    top.close();
  }
  if (event.key === 'Tab') keepInside(event, top.paper);
};

/** All that lies below a dialog and could be reached; what is read out when it changes stays heard. */
const below = (): Element[] => [
  ...document.querySelectorAll('.lt-page > :not([role="status"])'),
  ...open.map(({ paper }) => paper),
];

/** Puts a dialog on top; gives the way to take it away. */
const lay = (dialog: Dialog): (() => void) => {
  const covered = below().filter((element) => !element.hasAttribute('inert'));
  for (const element of covered) element.setAttribute('inert', '');
  if (open.length === 0) document.addEventListener('keydown', onKey);
  open.push(dialog);
  return () => {
    open.splice(open.indexOf(dialog), 1);
    if (open.length === 0) document.removeEventListener('keydown', onKey);
    for (const element of covered) element.removeAttribute('inert');
  };
};

/** Whether the focus is nowhere, or where it cannot stay. */
const isLost = (focused: Element | null): boolean =>
  focused === null || focused === document.body || !focused.isConnected;

/** Gives the focus back to what opened the dialog; when that is gone, to the title of the page. */
const giveBack = (opener: Element | null): void => {
  if (opener instanceof HTMLElement) opener.focus();
  if (!isLost(document.activeElement)) return;
  const titles = [...document.querySelectorAll<HTMLElement>('.lt-page h1')];
  titles.find(isWithinReach)?.focus();
};

/** Makes `paper` a dialog: it takes the focus, keeps it inside, closes on Escape, and gives the focus back. */
export function useDialog(paper: RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const sheet = paper.current;
    if (!sheet) return;
    const opener = document.activeElement;
    const takeAway = lay({ paper: sheet, close: () => close.current() });
    if (!sheet.contains(opener)) sheet.focus();
    return () => {
      takeAway();
      giveBack(opener);
    };
  }, [paper]);
}

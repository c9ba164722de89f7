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

const isLine = (element: Element): boolean => element.matches('li, [role="listitem"], article');

/**
 * The nearest thing to what is gone: what took its place (its last button, which leads on), or the next line of the list that it
 * was a line of.
 */
const successorAmong = (places: ReturnType<typeof placesOf>): HTMLElement | undefined => {
  for (const { parent, at } of places) {
    if (!parent.isConnected) continue;
    const there = parent.children[Math.min(at, parent.children.length - 1)];
    const stops = there ? stopsIn(there) : [];
    const itself = stopsIn(parent).find((stop) => stop === there);
    const next = itself ?? (there && isLine(there) ? stops[0] : stops.at(-1)) ?? stopsIn(parent)[0];
    if (next) return next;
  }
  const part = places.at(-1)?.parent;
  return part?.isConnected ? beginningOf(part) : undefined;
};

/** Where nothing is left to tap. */
const beginningOf = (part: Element): HTMLElement | undefined =>
  part.closest<HTMLElement>('[role="dialog"]') ?? part.closest('.lt-page')?.querySelector('h1') ?? undefined;

/** When a button goes away under the finger (its line was removed, another button took its place), its nearest takes the focus. */
export function useSuccessor(button: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (!own || document.activeElement !== own) return;
      const places = placesOf(own);
      queueMicrotask(() => {
        if (document.activeElement === document.body || !document.activeElement?.isConnected)
          successorAmong(places)?.focus();
      });
    };
  }, [button]);
}

/** jsdom lays nothing out: there everything counts as shown. */
const isLaidOut = (element: Element): boolean =>
  typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true });

/** On the page or the dialog on top, not on one that waits below. */
export const isWithinReach = (element: Element): boolean => isLaidOut(element) && !element.closest('[inert]');

const reachable = [
  'button:not(:disabled)',
  'input:not(:disabled)',
  'select:not(:disabled)',
  'textarea:not(:disabled)',
  'a[href]',
  '[tabindex]',
].join(', ');

/** What Tab stops at within `place`, in its order. */
export const stopsIn = (place: Element): HTMLElement[] =>
  [...place.querySelectorAll<HTMLElement>(reachable)].filter(
    (element) => element.tabIndex >= 0 && isWithinReach(element),
  );

/** A browser is content with a part of what the keyboard comes to; fingers and pointers know where they are. */
export const bringIntoSight = (element: Element): void => {
  if (element.matches(':focus-visible') && typeof element.scrollIntoView === 'function')
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

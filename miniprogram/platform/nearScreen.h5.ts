const scrolls = /auto|scroll/;

/** What the element scrolls in: a margin counts only around that; nothing when it is the window. */
const scrollerOf = (element: Element): Element | null => {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
    if (scrolls.test(window.getComputedStyle(at).overflowY)) return at;
  return null;
};

/** Without any size it is on a page below this one: that page is to be found as it was left. */
const isBelow = ({ boundingClientRect: { width, height } }: IntersectionObserverEntry): boolean =>
  width === 0 && height === 0;

/**
 * Tells when the element `id` comes near the screen (`margin` px) or leaves; gives the way to stop. What has the focus stays near,
 * however far it is scrolled away: the next key is for it.
 */
export const watchNearScreen = (
  id: string,
  margin: number,
  listen: (near: boolean, height: number) => void,
) => {
  const element = document.getElementById(id);
  if (!element || typeof IntersectionObserver === 'undefined') return () => undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.at(-1);
      if (!entry || isBelow(entry)) return;
      const near = entry.isIntersecting || element.contains(document.activeElement);
      listen(near, entry.boundingClientRect.height);
    },
    { root: scrollerOf(element), rootMargin: `${margin}px 0px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
};

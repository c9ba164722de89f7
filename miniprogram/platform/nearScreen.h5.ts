const scrolls = /auto|scroll/;

/** What the element scrolls in: a margin counts only around that; nothing when it is the window. */
const scrollerOf = (element: Element): Element | null => {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
    if (scrolls.test(window.getComputedStyle(at).overflowY)) return at;
  return null;
};

/** Tells when the element `id` comes near the screen (`margin` px) or leaves; gives the way to stop. */
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
      if (entry) listen(entry.isIntersecting, entry.boundingClientRect.height);
    },
    { root: scrollerOf(element), rootMargin: `${margin}px 0px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
};

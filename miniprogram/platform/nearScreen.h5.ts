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
    { rootMargin: `${margin}px 0px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
};

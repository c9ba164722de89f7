import Taro from '@tarojs/taro';

/** Tells when the element `id` comes near the screen (`margin` px) or leaves; gives the way to stop. */
export const watchNearScreen = (
  id: string,
  margin: number,
  listen: (near: boolean, height: number) => void,
) => {
  const page = Taro.getCurrentInstance().page;
  if (!page) return () => undefined;
  const observer = Taro.createIntersectionObserver(page, { thresholds: [0] });
  observer
    .relativeToViewport({ top: margin, bottom: margin })
    .observe(`#${id}`, ({ intersectionRatio, boundingClientRect }) =>
      listen((intersectionRatio ?? 0) > 0, boundingClientRect?.height ?? 0),
    );
  return () => observer.disconnect();
};

import { type Canvas, type Drawable } from './canvasTypes';

const load = (src: string): Promise<Drawable | undefined> =>
  new Promise((resolve) => {
    const image = new Image();
    // Pictures of another origin would otherwise forbid reading the canvas.
    image.crossOrigin = 'anonymous';
    image.onload = () => resolve(image);
    image.onerror = () => resolve(undefined);
    image.src = src;
  });

/** Opens a canvas of the browser's; nothing where it draws none. */
export const openCanvas = (_id: string): Promise<Canvas | undefined> => {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(undefined);
  return Promise.resolve({
    pen,
    resize: (width, height) => {
      canvas.width = width;
      canvas.height = height;
    },
    load,
    toPng: () =>
      new Promise((resolve, reject) => {
        canvas.toBlob((blob) => {
          if (blob) resolve({ path: URL.createObjectURL(blob), blob });
          else reject(new Error('This browser makes no PNG'));
        }, 'image/png');
      }),
  });
};

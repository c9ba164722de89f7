import Taro from '@tarojs/taro';
import { type Canvas, type Drawable, type Pen } from './canvasTypes';

type Node = {
  width: number;
  height: number;
  getContext: (kind: '2d') => Pen | null;
  createImage: () => Drawable;
};

const find = (id: string): Promise<Node | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec((found: ({ node?: Node } | null)[]) => resolve(found[0]?.node));
  });

const loader =
  (node: Node) =>
  (src: string): Promise<Drawable | undefined> =>
    new Promise((resolve) => {
      const image = node.createImage();
      image.onload = () => resolve(image);
      image.onerror = () => resolve(undefined);
      image.src = src;
    });

/** Opens the `DrawingBoard` with this id on the page; nothing where the platform has no 2d canvas. */
export const openCanvas = async (id: string): Promise<Canvas | undefined> => {
  const node = await find(id);
  const pen = node?.getContext('2d');
  if (!node || !pen) return undefined;
  return {
    pen,
    resize: (width, height) => {
      node.width = width;
      node.height = height;
    },
    load: loader(node),
    toPng: async () => {
      const canvas = node as unknown as Taro.Canvas;
      const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, fileType: 'png' });
      return { path: tempFilePath };
    },
  };
};

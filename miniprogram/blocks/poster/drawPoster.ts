import { openCanvas } from '@/platform/canvas';
import { type Canvas, type PictureFile } from '@/platform/canvasTypes';
import { layPoster, scale } from './layPoster';
import { measureWith, paint, type Pictures } from './paint';
import { type PosterContent } from './types';

/** The id of the `DrawingBoard` that posters are drawn on. */
export const boardId = 'poster-board';

/** A poster as a PNG, and how high it is by its width. */
export type DrawnPoster = { readonly file: PictureFile; readonly ratio: number };

const loadAll = async ({ load }: Canvas, sources: readonly string[]): Promise<Pictures> => {
  const loaded = await Promise.all(
    sources.map(async (src) => {
      const picture = await load(src);
      return picture ? ([[src, picture]] as const) : [];
    }),
  );
  return new Map(loaded.flat());
};

/** Draws the poster. Throws where the platform cannot. */
export const drawPoster = async (content: PosterContent): Promise<DrawnPoster> => {
  const canvas = await openCanvas(boardId);
  if (!canvas) throw new Error('There is no canvas to draw on');
  const pictures = await loadAll(
    canvas,
    content.offers.flatMap(({ picture }) => (picture === undefined ? [] : [picture])),
  );
  const { pen } = canvas;
  const { width, height, marks } = layPoster(content, measureWith(pen));
  canvas.resize(width * scale, height * scale);
  pen.scale(scale, scale);
  paint(pen, marks, pictures);
  return { file: await canvas.toPng(), ratio: height / width };
};

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { type FileStore } from '#shared/kit/files/fileStore';
import { type EncodedPicture } from '../usecases/pictures/encodePicture';
import { keepPicture } from '../usecases/pictures/keepPicture';
import { type Collections } from '../storage/collections';
import { pictureStore } from '../storage/pictures';
import { demoGoods } from './goods';
import { categoryPicture, demoCategoryNames, type PictureNamed } from './range';

const folder = join(__dirname, 'pictures');
const names = new Set([
  ...demoGoods.map(({ picture }) => picture),
  ...demoCategoryNames.map(categoryPicture),
]);

/** Keeps the demo's pictures. They come in all sizes: encoding them would take longer than the rest of the demo together. */
export async function keepDemoPictures(
  { pictures }: Pick<Collections, 'pictures'>,
  files: FileStore,
): Promise<PictureNamed> {
  const keep = keepPicture(files, pictureStore(pictures));
  const kept = await Promise.all(
    [...names].map(async (name) => {
      const large = await fileOf(name);
      const { _id } = await keep(large, () => inAllSizes(name, large));
      return [name, _id] as const;
    }),
  );
  const ids = new Map(kept);
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`the demo has no picture ${name}`);
    return id;
  };
}

async function inAllSizes(name: string, large: Buffer): Promise<EncodedPicture> {
  const { width, height } = await sharp(large).metadata();
  const [medium, small] = await Promise.all([fileOf(`${name}-medium`), fileOf(`${name}-small`)]);
  return {
    files: new Map([['large', large] as const, ['medium', medium] as const, ['small', small] as const]),
    width,
    height,
  };
}

const fileOf = (name: string): Promise<Buffer> => readFile(join(folder, `${name}.webp`));

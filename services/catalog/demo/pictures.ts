import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Collections } from '../storage/collections';
import { type Pictures } from '../pictures/pictures';
import { demoGoods } from './goods';
import { demoProducts } from './range';

const folder = join(__dirname, 'pictures');

/**
 * Gives the demo's products their pictures, as an operator would; those that have one are left alone. Takes some seconds of
 * encoding, so it goes on beside everything else. Stops early when `isStopped`.
 */
export async function addDemoPictures(
  { products }: Pick<Collections, 'products'>,
  pictures: Pictures,
  isStopped: () => boolean,
): Promise<void> {
  for (const [index, { _id }] of demoProducts.entries()) {
    if (isStopped()) return;
    const good = demoGoods[index];
    if (!good || !(await products.findOne({ _id, pictureIds: [] }))) continue;
    const picture = await pictures.add(await readFile(join(folder, `${good.picture}.webp`)));
    // The mark lets the sweeper show the picture in the offers.
    await products.updateOne(
      { _id, pictureIds: [] },
      { $set: { pictureIds: [picture._id], offersStale: true }, $inc: { version: 1 } },
    );
  }
}

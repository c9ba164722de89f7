import { inTurns, type Operation, type Pace } from '../closedLoop';
import { type HttpLoad } from '../httpLoad';
import { type Shop } from '../shop';
import { placeOne } from './orders';

export type ListFigures = { readonly product: Pace; readonly bare: Pace; readonly bytes: number };

/** Reads of the first 20 offers while an order a second changes the stock, beside a bare program that sends the same bytes. */
export async function offerLists(
  product: HttpLoad,
  bare: HttpLoad,
  {
    shop,
    seconds,
    concurrency,
  }: { readonly shop: Shop; readonly seconds: number; readonly concurrency: number },
): Promise<ListFigures> {
  const path = `/api/offers?pickupPointId=${shop.pickupPointIds[0] ?? ''}&limit=20`;
  const sample = await product.send('GET', path, { readBody: true });
  if (sample.status !== 200) throw new Error(`The list answered ${sample.status}`);
  await bare.send('POST', '/list', { body: sample.body });
  let turn = 0;
  const changing = setInterval(() => void placeOne(product, shop, turn++), 1_000);
  const read =
    (load: HttpLoad, address: string): Operation =>
    async () => {
      const { status } = await load.send('GET', address);
      if (status !== 200) throw new Error(`The list answered ${status}`);
    };
  try {
    const paces = await inTurns({ concurrency, seconds }, read(product, path), read(bare, '/offers'));
    return { product: paces.mine, bare: paces.theirs, bytes: sample.bytes };
  } finally {
    clearInterval(changing);
  }
}

import sharp from 'sharp';
import request from 'supertest';
import { type ClaimCase, type ClaimTerms, type ClaimView } from '../../../shared/contracts/orders/claimViews';
import { type z } from '../../../shared/contracts/zod';
import { afterCutoff, operator } from './afterCutoff';
import { shopping } from './shopping';
import { type OrdersWorld } from './world';

type Reply<T> = { status: number; body: T & { code: string } };

/** A picture of its own for each `seed`: pictures of different seeds do not look alike. */
export function aPicture(seed: number): Promise<Buffer> {
  const [width, height] = [64, 64];
  let state = (seed + 1) * 2_654_435_761;
  const cells = Array.from({ length: 64 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  const pixels = Buffer.alloc(width * height, 0);
  for (let at = 0; at < pixels.length; at += 1)
    pixels[at] = cells[((at / width) >> 3) * 8 + ((at % width) >> 3)] ?? 0;
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

/** What shoppers, leaders and staff do about claims, on the world that `worldOf` gives at that moment. */
export function claiming(worldOf: () => OrdersWorld) {
  const { reaches } = shopping(worldOf);
  const { buy, get, passCutoff, frozen, receive, redeem } = afterCutoff(worldOf);
  let pictures = 0;
  const act = {
    /** Orders of apples that their shoppers have collected: `units` boxes each at 9.90. */
    collected: async (shoppers: readonly string[], units = 2): Promise<string[]> => {
      const orders: string[] = [];
      for (const who of shoppers)
        orders.push(await buy({ who, lines: [{ offer: 'apples', quantity: units, price: 990 * units }] }));
      passCutoff();
      const { consolidationId } = await frozen();
      await receive(consolidationId, { apples: units * shoppers.length });
      for (const orderId of orders) {
        await reaches(orderId, 'ready');
        await redeem(orderId);
        await reaches(orderId, 'collected');
      }
      return orders;
    },
    terms: async (orderId: string, who: string): Promise<Reply<z.output<typeof ClaimTerms>>> =>
      worldOf().send('get', `/orders/${orderId}/claim-terms`, who),
    upload: async (
      orderId: string,
      who: string,
      { picture, query }: { picture: Buffer; query: string },
    ): Promise<Reply<{ photoId: string; numberOfTheDay: boolean }>> =>
      request(worldOf().app.express)
        .post(`/orders/${orderId}/claim-photos?${query}`)
        .set('Authorization', `Bearer ${who}`)
        .set('Idempotency-Key', worldOf().newKey())
        .attach('file', picture, 'photo.png'),
    /** A photo from the camera with the number of the day, of something else than any before. */
    photo: async (orderId: string, who: string, picture?: Buffer): Promise<string> => {
      const { dayNumber } = (await act.terms(orderId, who)).body;
      const shown = picture ?? (await aPicture((pictures += 1)));
      const query = `source=camera&dayNumber=${dayNumber}`;
      return (await act.upload(orderId, who, { picture: shown, query })).body.photoId;
    },
    open: async (
      orderId: string,
      who: string,
      body: object,
      key = worldOf().newKey(),
    ): Promise<Reply<ClaimView>> =>
      worldOf().send('post', `/orders/${orderId}/claims`, who, {
        key,
        body: { lineId: 'l1', cause: 'spoiled', share: { kind: 'percent', percent: 50 }, ...body },
      }),
    decide: async (
      { orderId, claimId }: { orderId: string; claimId: string },
      fen: number,
      {
        who = operator,
        key = worldOf().newKey(),
        ...changes
      }: { who?: string; key?: string; payer?: string } = {},
    ): Promise<Reply<ClaimView>> =>
      worldOf().send('post', `/orders/${orderId}/claims/${claimId}/decision`, who, {
        key,
        body: { amount: { amount: fen, currency: 'CNY' }, reason: '照片清楚', ...changes },
      }),
    appeal: async ({ orderId, claimId }: ClaimView, who: string): Promise<Reply<ClaimView>> =>
      worldOf().send('post', `/orders/${orderId}/claims/${claimId}/appeal`, who, {
        body: { text: '请再看看' },
      }),
    /** Staff ask, or whoever claims answers. */
    write: async (
      { orderId, claimId }: ClaimView,
      what: 'questions' | 'answers',
      who: string,
      body: object = { text: '请看' },
    ): Promise<Reply<ClaimView>> =>
      worldOf().send('post', `/orders/${orderId}/claims/${claimId}/${what}`, who, {
        key: worldOf().newKey(),
        body,
      }),
    toDecide: async (): Promise<{ claim: ClaimView; review: string[] }[]> =>
      (await get<{ items: { claim: ClaimView; review: string[] }[] }>('/claims?cityId=cit_hangzhou')).items,
    caseOf: async ({ orderId, claimId }: ClaimView): Promise<z.output<typeof ClaimCase>> =>
      get(`/orders/${orderId}/claims/${claimId}/case`),
  };
  return act;
}

import { createConnection } from 'mongoose';
import { Shopper } from '../../scripts/demo/actors/shopper';
import { waitFor } from '../../scripts/demo/actors/waiting';
import { type OfferId, PickupPointId } from '../../shared/contracts/ids';
import { isRefusal } from '../../shared/kit/client/remoteProblem';
import { found } from '../../shared/kit/domainError';
import { type SpreadOut, startSpreadOut } from '../support/spreadOut';
import { describeWith } from '../support/tools';

jest.setTimeout(240_000);

const pickupPointId = PickupPointId.parse('ppt_001');
const ways = ['is stopped', 'hangs'] as const;

describeWith('redis-server')('five processes, of which one is away', () => {
  let system: SpreadOut;
  let shopper: Shopper;
  let place: Parameters<Shopper['order']>[0];
  let offers: OfferId[];

  beforeAll(async () => {
    system = await startSpreadOut();
    shopper = new Shopper({ url: system.url, retries: 0, time: system.time });
    await shopper.signInWithPhone('13800000001', '246810');
    const sold = await shopper.browse(pickupPointId);
    offers = sold.map(({ offerId }) => offerId);
    place = { cycleId: found(sold[0]).cycleId, pickupPointId };
    await shopper.quote(place, another());
  });
  afterAll(() => system.close());

  /** Takes a service away, does something, and brings it back. */
  async function without(
    service: 'identity' | 'catalog' | 'delivery',
    way: (typeof ways)[number],
    work: () => Promise<void>,
  ): Promise<void> {
    if (way === 'hangs') system.hang(service);
    else await system.kill(service);
    try {
      await work();
    } finally {
      if (way === 'hangs') system.goOn(service);
      else await system.restart(service);
    }
  }

  /** What a catalogue that hung may still hold counts towards the limit of its offer: each time another one. */
  const another = () => [{ offerId: found(offers.pop()), quantity: 1 }];
  const orders = async () => {
    const { orderId } = await shopper.order(place, another());
    return shopper.cancel(orderId);
  };
  /** Orders and catalog have written down all pickup points, which they do by themselves whenever delivery is there. */
  const heardOf = async (points: number) => {
    const connection = await createConnection(system.mongoUri).asPromise();
    const known = ['lintuan_orders', 'lintuan_catalog'].map((name) =>
      connection.getClient().db(name).collection('known_points'),
    );
    await waitFor('both knowing every pickup point', async () => {
      const counts = await Promise.all(known.map((copies) => copies.countDocuments()));
      return counts.every((count) => count >= points);
    }).finally(() => connection.close());
  };
  /** It comes back by itself: nothing but the service was started. */
  const ordersAgain = () =>
    waitFor('an order', () =>
      orders().catch((error: unknown) => {
        if (isRefusal(error, 'SERVICE_UNAVAILABLE')) return undefined;
        throw error;
      }),
    );

  test.each(ways)('delivery %s: shoppers still order', async (way) => {
    await without('delivery', way, async () => {
      for (let count = 0; count < 4; count += 1) expect((await orders()).status).toBe('cancelled');
      await expect(shopper.api.delivery.getPickupPoint({ params: { pickupPointId } })).rejects.toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
      });
    });
    await waitFor('delivery', () =>
      shopper.api.delivery.getPickupPoint({ params: { pickupPointId } }).catch(() => undefined),
    );
  });

  test('delivery is stopped, and orders and catalog start anew: shoppers order, also where nobody ordered before', async () => {
    const { cityId } = await shopper.api.delivery.getPickupPoint({ params: { pickupPointId } });
    const { items } = await shopper.api.delivery.listPickupPoints({ query: { cityId } });
    const elsewhere = found(items.find((point) => point.pickupPointId !== pickupPointId));
    await heardOf(items.length);
    await without('delivery', 'is stopped', async () => {
      for (const service of ['orders', 'catalog'] as const) await system.killAndRestart(service);
      for (const point of [pickupPointId, elsewhere.pickupPointId]) {
        await shopper.browse(point);
        const { orderId } = await shopper.order({ ...place, pickupPointId: point }, another());
        expect((await shopper.cancel(orderId)).status).toBe('cancelled');
      }
    });
  });

  test.each(ways)('identity %s: who is signed in goes on', async (way) => {
    await without('identity', way, async () => {
      expect((await orders()).status).toBe('cancelled');
      await expect(shopper.api.identity.getMe()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    });
    await waitFor('identity', () => shopper.api.identity.getMe().catch(() => undefined));
  });

  test.each(ways)('catalog %s: nothing is ordered, and people are told so', async (way) => {
    await without('catalog', way, async () => {
      for (const ask of [orders, () => shopper.browse(pickupPointId)])
        await expect(ask()).rejects.toMatchObject({
          code: 'SERVICE_UNAVAILABLE',
          message: 'We are busy right now. Please try again shortly.',
        });
    });
    await ordersAgain();
  });
});

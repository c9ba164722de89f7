import { createConnection } from 'mongoose';
import { Courier } from '../../scripts/demo/actors/courier';
import { Leader } from '../../scripts/demo/actors/leader';
import { Operator } from '../../scripts/demo/actors/operator';
import { Shopper } from '../../scripts/demo/actors/shopper';
import { later } from '../../scripts/demo/actors/time';
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
  /** Waits until a service has written down so many of what another one told it, which it does by itself while that one is there. */
  const hasKept = async (service: 'orders' | 'catalog' | 'delivery', collection: string, least = 1) => {
    const connection = await createConnection(system.mongoUri).asPromise();
    const copies = connection.getClient().db(`lintuan_${service}`).collection(collection);
    await waitFor(
      `${service} knowing its ${collection}`,
      async () => (await copies.countDocuments()) >= least,
    ).finally(() => connection.close());
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
    for (const service of ['orders', 'catalog'] as const)
      await hasKept(service, 'known_points', items.length);
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

  test('identity is stopped, and orders and catalog start anew: who is signed in goes on', async () => {
    for (const service of ['orders', 'catalog'] as const) await hasKept(service, 'known_keys');
    await shopper.renew();
    await without('identity', 'is stopped', async () => {
      for (const service of ['orders', 'catalog'] as const) await system.killAndRestart(service);
      expect((await orders()).status).toBe('cancelled');
    });
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

  test('catalog is stopped, and delivery starts anew: couriers arrive, leaders count and hand over', async () => {
    const people = { url: system.url, retries: 0, time: system.time };
    const [operator, courier, leader] = [new Operator(people), new Courier(people), new Leader(people)];
    await operator.signInWithPassword('operator', 'lintuan-demo');
    await courier.signInWithPhone('13800000003', '246810');
    await leader.signInWithPhone('13800000002', '246810');
    const sold = await shopper.browse(pickupPointId);
    const offer = found(sold.find(({ soldBy, group }) => soldBy === 'piece' && !group));
    const { orderId } = await shopper.order(place, [{ offerId: offer.offerId, quantity: 1 }]);
    await shopper.pay(orderId, 'card');
    const { cutoffAt } = await shopper.api.catalog.readCycle({ params: { cycleId: place.cycleId } });
    await system.time.comesTo(later(new Date(cutoffAt), 10 * 60_000));
    const consolidationId = await waitFor('the consolidation', () => operator.close(place.cycleId), {
      seconds: 60,
    });
    const { cityId } = await shopper.api.delivery.getPickupPoint({ params: { pickupPointId } });
    const { items } = await operator.api.delivery.listFacilities({ query: { cityId } });
    await operator.planRoutes(consolidationId, found(items[0]).facilityId, [courier.accountId]);
    const { stops } = await courier.loadAndDepart(found(await courier.route(consolidationId)));
    await hasKept('delivery', 'known_cities');

    await without('catalog', 'is stopped', async () => {
      await system.killAndRestart('delivery');
      await leader.confirm(await courier.deliver(found(stops[0])));
      await waitFor('the order being ready', async () => (await shopper.look(orderId)).status === 'ready');
      const { digits } = await shopper.pickupCode(orderId);
      const redeemed = await leader.redeem(pickupPointId, digits);
      expect(redeemed).toMatchObject({ orderId });
    });
  });
});

import { identityApi } from '#shared/contracts/identity';
import { catalogApi } from '#shared/contracts/catalog';
import { deliveryApi } from '#shared/contracts/delivery';
import { type CityId, type CycleId, type OfferId, type PickupPointId } from '#shared/contracts/ids';
import { cny } from '#shared/contracts/money';
import { createClient } from '#shared/kit/client/client';
import { httpTransport } from '#shared/kit/client/httpTransport';

/** A shop that was set up through the public API for measuring. */
export type Shop = {
  readonly cityId: CityId;
  readonly cycleId: CycleId;
  readonly offerIds: readonly OfferId[];
  readonly hotOfferId: OfferId;
  readonly pickupPointIds: readonly PickupPointId[];
  /** Access tokens of different shoppers. */
  readonly shoppers: readonly string[];
  /** Access tokens of operators who write to groups: each may write twenty messages. */
  readonly operators: readonly string[];
};

export const priceFen = 500;
const offers = 400;
const points = 60;
const shoppers = 256;
const operators = 5;
const stock = 5_000_000;
const hourMs = 3_600_000;
const newPassword = 'Measured-and-found-7';
const firstPassword = 'To-be-changed-at-once-7';

/** Opens a city with its pickup points, a cycle with 400 offers, and 256 shoppers. @param password the first operator's */
export async function setUpShop(origin: string, password: string, clock: () => Date): Promise<Shop> {
  let token: string | undefined;
  const transport = httpTransport({
    baseUrl: `${origin}/api`,
    authorization: () => Promise.resolve(token === undefined ? undefined : `Bearer ${token}`),
  });
  const identity = createClient(identityApi, transport);
  const catalog = createClient(catalogApi, transport);
  const delivery = createClient(deliveryApi, transport);

  token = (await identity.signInWithPassword({ body: { username: 'operator', password } })).tokens
    .accessToken;
  token = (await identity.changePassword({ body: { currentPassword: password, newPassword } })).tokens
    .accessToken;

  const name = (text: string) => ({ zh: text, en: text });
  const centre = { lng: 120.15, lat: 30.28 };
  const { cityId } = await catalog.openCity({
    body: { name: name('Bench'), timeZone: 'Asia/Shanghai', centre },
  });
  // Few shoppers stand for many: each leaves more unpaid than a person may.
  const { version } = await catalog.readCityRules({ params: { cityId } });
  const rules = { unpaidOrders: 10_000, unpaidUnits: 100_000, ordersPerTenMinutes: 100_000 };
  await catalog.changeCityRules({ params: { cityId }, body: { version, rules } });
  const pickupPointIds = await inTurn(points, async (at) => {
    const point = await delivery.createPickupPoint({
      idempotencyKey: `bench-point-${at}`,
      body: {
        cityId,
        name: name(`Point ${at}`),
        address: `${at} Bench Road`,
        position: { lng: centre.lng + (at % 10) / 200, lat: centre.lat + Math.floor(at / 10) / 200 },
        openingHours: [{ from: '08:00', to: '22:00' }],
        coldStorage: true,
        capacityPerDay: 5_000,
      },
    });
    return point.pickupPointId;
  });
  const opensAt = new Date(clock().getTime() + 2_000);
  const { cycleId } = await catalog.scheduleCycle({
    body: {
      cityId,
      opensAt: opensAt.toISOString(),
      cutoffAt: new Date(opensAt.getTime() + 6 * hourMs).toISOString(),
      pickupDate: new Date(opensAt.getTime() + 30 * hourMs).toISOString().slice(0, 10),
    },
  });
  const { categoryId } = await catalog.addCategory({ body: { name: name('Fruit'), position: 1 } });
  const { supplierId } = await catalog.addSupplier({ body: { name: 'Bench Farm' } });
  const offerIds = await inTurn(offers + 1, async (at) => {
    const { productId } = await catalog.addProduct({
      body: { categoryId, title: name(`Product ${at}`), temperature: 'ambient', fresh: true },
    });
    const { skuId } = await catalog.addSku({
      params: { productId },
      body: {
        pack: name('500 g'),
        unitCost: cny(100),
        caseUnits: 10,
        supplierMinimumUnits: 0,
        soldBy: 'piece',
        nominalGrams: 500,
        supplierId,
      },
    });
    return (await catalog.addOffer({ body: { cycleId, skuId, price: cny(priceFen), stock } })).offerId;
  });
  for (let at = 0; at < operators; at += 1)
    await identity.createOperator({
      idempotencyKey: `bench-operator-${at}`,
      body: { username: `writer${at}`, displayName: `Writer ${at}`, firstPassword },
    });
  token = undefined;
  const writers: string[] = [];
  for (let at = 0; at < operators; at += 1) {
    const credentials = { username: `writer${at}`, password: firstPassword };
    token = (await identity.signInWithPassword({ body: credentials })).tokens.accessToken;
    const body = { currentPassword: firstPassword, newPassword };
    writers.push((await identity.changePassword({ body })).tokens.accessToken);
    token = undefined;
  }
  const tokens = await inTurn(shoppers, async (at) => {
    const signedIn = await identity.signInWithWechat({ body: { code: `sandbox:bench${at}:1` } });
    return signedIn.tokens.accessToken;
  });
  while (clock() < opensAt) await new Promise((resolve) => setTimeout(resolve, 50));
  const hotOfferId = offerIds.at(-1);
  if (!hotOfferId) throw new Error('No offers were made');
  return {
    ...{ cityId, cycleId, offerIds: offerIds.slice(0, offers), hotOfferId, pickupPointIds },
    ...{ shoppers: tokens, operators: writers },
  };
}

/** Results of `make` for 0 … count − 1, eight at a time. */
async function inTurn<T>(count: number, make: (at: number) => Promise<T>): Promise<T[]> {
  const results = new Array<T>(count);
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < count; at = next++) results[at] = await make(at);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return results;
}

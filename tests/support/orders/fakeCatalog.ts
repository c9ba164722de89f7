import { type CityRules, defaultCityRules } from '../../../shared/contracts/cityRules';
import { type LineId, type OfferId, type OrderId } from '../../../shared/contracts/ids';
import { type CycleTerms, OfferTerms, type Reservation } from '../../../shared/contracts/internal/catalog';
import { type Call, type Transport } from '../../../shared/kit/client/client';
import { RemoteProblem } from '../../../shared/kit/client/remoteProblem';

type Line = { lineId: LineId; offerId: OfferId; quantity: number };
type Held = {
  lines: Line[];
  status: Reservation['status'];
  expiresAt: Date;
  placings: Set<string>;
  left?: boolean;
};
type Failure = { operation: string; error: Error; after: boolean };

/** What `fakeCatalog` sells: apples by the piece, pak choi by weight, eggs for groups, salmon in tiers. */
export const offers = {
  apples: anOffer('off_apples', { price: 990, title: '苹果' }),
  pakChoi: anOffer('off_pakchoi', { price: 450, soldBy: 'weight', nominalGrams: 500, title: '青菜' }),
  eggs: anOffer('off_eggs', { price: 1890, group: { kind: 'shoppers', count: 3 }, title: '鸡蛋' }),
  salmon: anOffer('off_salmon', { price: 5900, tiers: [[10, 4900]], title: '三文鱼' }),
};

type OfferWish = {
  price?: number;
  title?: string;
  soldBy?: 'piece' | 'weight';
  nominalGrams?: number;
  tiers?: [number, number][];
  group?: { kind: 'shoppers' | 'units'; count: number };
  limitPerShopper?: number;
};

/** An offer of `cyc_20260301`; prices in fen. */
export function anOffer(offerId: string, wish: OfferWish = {}): OfferTerms {
  const { price = 1000, title = offerId, soldBy = 'piece', nominalGrams = 500, tiers = [] } = wish;
  const name = offerId.slice(4);
  return OfferTerms.parse({
    offerId,
    cycleId: 'cyc_20260301',
    cityId: 'cit_hangzhou',
    productId: `prd_${name}`,
    skuId: `sku_${name}`,
    categoryId: 'cat_fresh',
    title: { zh: title, en: name },
    pack: { zh: '一份', en: 'one' },
    soldBy,
    nominalGrams,
    price: { amount: price, currency: 'CNY' },
    tiers: tiers.map(([fromUnits, amount]) => ({ fromUnits, price: { amount, currency: 'CNY' } })),
    ...(wish.group ? { group: wish.group } : {}),
    ...(wish.limitPerShopper === undefined ? {} : { limitPerShopper: wish.limitPerShopper }),
    flash: false,
    commissionBasisPoints: 1000,
    temperature: 'ambient',
    fresh: true,
    supplierId: 'sup_farm',
    supplierName: '农场',
    supplierNameEn: 'Farm',
    caseUnits: 10,
    supplierMinimumUnits: 0,
    onSale: true,
    version: 1,
  });
}

/** Catalog as orders sees it, in memory: it keeps the same promises about stock, and fails when it is told to. */
export function fakeCatalog(now: () => Date) {
  const terms = new Map<string, OfferTerms>(Object.values(offers).map((offer) => [offer.offerId, offer]));
  const stock = new Map<string, number>();
  const reservations = new Map<string, Held>();
  const failures: Failure[] = [];
  const calls: string[] = [];
  const cycle: CycleTerms = {
    cycleId: offers.apples.cycleId,
    cityId: offers.apples.cityId,
    timeZone: 'Asia/Shanghai',
    opensAt: '2026-03-01T00:00:00.000Z',
    cutoffAt: '2026-03-01T15:00:00.000Z',
    pickupDate: '2026-03-02',
  };
  /** One shopper of the tests orders more than people do. */
  const busy = { unpaidOrders: 10_000, unpaidUnits: 100_000, ordersPerTenMinutes: 100_000 };
  const rules: CityRules = { ...defaultCityRules, ...busy };

  const left = (offerId: string) => stock.get(offerId) ?? 1_000;
  const take = (lines: readonly Line[]) => {
    const short = lines.find(({ offerId, quantity }) => left(offerId) < quantity);
    if (short) throw new RemoteProblem('OUT_OF_STOCK', 'not enough', { offerId: short.offerId });
    for (const { offerId, quantity } of lines) stock.set(offerId, left(offerId) - quantity);
  };
  const giveBack = (lines: readonly Line[]) => {
    for (const { offerId, quantity } of lines) stock.set(offerId, left(offerId) + quantity);
  };
  const reply = (orderId: OrderId, { status, expiresAt, lines }: Held): Reservation => ({
    orderId,
    status,
    expiresAt: expiresAt.toISOString(),
    lines,
  });
  const termsOf = (ids: readonly string[]) => ids.flatMap((id) => terms.get(id) ?? []);

  const operations: Record<string, (call: Call) => unknown> = {
    'catalog.getCityRules': () => ({
      cityId: cycle.cityId,
      timeZone: cycle.timeZone,
      centre: { lng: 120.15, lat: 30.28 },
      rules,
    }),
    'catalog.getCycleTerms': ({ params }) => {
      if (params?.['cycleId'] !== cycle.cycleId) throw new RemoteProblem('NOT_FOUND', 'no such cycle');
      return { ...cycle };
    },
    'catalog.getOpenCycle': () => ({ cycle: { ...cycle } }),
    'catalog.listCyclesByCutoff': () => ({ cycles: [{ ...cycle }] }),
    'catalog.getOfferTerms': ({ body }) => ({ offers: termsOf((body as { offerIds: string[] }).offerIds) }),
    'catalog.readStockLeft': ({ body }) => ({
      offers: termsOf((body as { offerIds: string[] }).offerIds).map(({ offerId }) => ({
        offerId,
        left: left(offerId),
      })),
    }),
    'catalog.findOffersOfSkus': ({ body }) => ({
      offers: [...terms.values()].filter(({ skuId }) =>
        (body as { skuIds: string[] }).skuIds.includes(skuId),
      ),
    }),
    'catalog.reserve': ({ body }) => {
      const { orderId, placing, lines } = body as { orderId: OrderId; placing: string; lines: Line[] };
      const offersOf = termsOf(lines.map(({ offerId }) => offerId));
      const before = reservations.get(orderId);
      const known = before?.left ? undefined : before;
      known?.placings.add(placing);
      if (known?.status === 'released') throw new RemoteProblem('RESERVATION_ENDED', 'ended');
      if (known) return { reservation: reply(orderId, known), offers: offersOf };
      if (now() >= new Date(cycle.cutoffAt)) throw new RemoteProblem('CYCLE_CLOSED', 'closed');
      if (offersOf.length < lines.length || offersOf.some(({ onSale }) => !onSale))
        throw new RemoteProblem('OFFER_NOT_ON_SALE', 'not on sale');
      take(lines);
      const expiresAt = new Date(now().getTime() + rules.reservationMinutes * 60_000);
      const held: Held = { lines, status: 'held', expiresAt, placings: new Set([placing]) };
      reservations.set(orderId, held);
      return { reservation: reply(orderId, held), offers: offersOf };
    },
    'catalog.confirmReservation': ({ params }) => {
      const orderId = params?.['orderId'] as OrderId;
      const known = reservations.get(orderId);
      if (!known) throw new RemoteProblem('NOT_FOUND', 'no reservation');
      if (known.status === 'released') take(known.lines);
      known.status = 'confirmed';
      return reply(orderId, known);
    },
    'catalog.releaseReservation': ({ params }) => {
      const known = reservations.get(params?.['orderId'] as string);
      if (known && known.status !== 'released') {
        giveBack(known.lines);
        known.status = 'released';
      }
      return { released: known !== undefined };
    },
    'catalog.leaveReservation': ({ params, body }) => {
      const known = reservations.get(params?.['orderId'] as string);
      known?.placings.delete((body as { placing: string }).placing);
      if (known?.status === 'held' && known.placings.size === 0) {
        giveBack(known.lines);
        known.status = 'released';
        known.left = true;
      }
      return { wantedByOthers: known !== undefined && known.status !== 'released' };
    },
    'catalog.returnLines': ({ params, body }) => {
      const orderId = params?.['orderId'] as OrderId;
      const known = reservations.get(orderId);
      if (!known) throw new RemoteProblem('NOT_FOUND', 'no reservation');
      const { lineIds } = body as { lineIds: LineId[] };
      giveBack(known.lines.filter(({ lineId }) => lineIds.includes(lineId)));
      known.lines = known.lines.filter(({ lineId }) => !lineIds.includes(lineId));
      return reply(orderId, known);
    },
  };

  const call: Transport = async (endpoint, input) => {
    await Promise.resolve();
    calls.push(endpoint.id);
    const at = failures.findIndex(({ operation }) => operation === endpoint.id);
    const failure = at < 0 ? undefined : failures.splice(at, 1)[0];
    if (failure && !failure.after) throw failure.error;
    const operation = operations[endpoint.id];
    if (!operation) throw new Error(`${endpoint.id} is not faked`);
    const answer = operation(input);
    if (failure) throw failure.error;
    return structuredClone(answer);
  };

  return {
    call,
    cycle,
    rules,
    terms,
    calls,
    reservations,
    left,
    setStock: (offerId: string, units: number) => stock.set(offerId, units),
    /** The next call of this operation goes wrong: instead of the work, or when it is done. */
    fail: (operation: string, { after = false, error = down() } = {}) =>
      failures.push({ operation, error, after }),
    /** What happens when a hold runs out. */
    expire: (orderId: string) => operations['catalog.releaseReservation']?.({ params: { orderId } }),
  };
}

const down = () => new RemoteProblem('SERVICE_UNAVAILABLE', 'catalog is down');

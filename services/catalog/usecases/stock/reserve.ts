import { type CycleId, type OfferId, type OrderId } from '#shared/contracts/ids';
import { gather } from '#shared/kit/batch/gather';
import { type OfferTerms } from '#shared/contracts/internal/catalog';
import { type DomainError, Refused } from '#shared/kit/domainError';
import { allot, type OfferStock, purchaseId, type StockRequest, unitsByOffer } from '../../domain/allotment';
import { hasSameLines, type Held, isForgotten, type ReservationRecord } from '../../domain/reservation';
import { type Taking } from '../../domain/taking';
import { type PutHoldsAside } from './putHoldsAside';
import { rememberedFacts } from './rememberedFacts';
import { type StockDeps } from './stockDeps';
import { stockTaker } from './stockTaker';

const maxBatch = 128;
const maxWaiting = 5_000;

/** A reservation, and the terms at which its offers sell at this moment. */
export type Reserved = { readonly record: ReservationRecord; readonly terms: readonly OfferTerms[] };
type Outcomes = Map<OrderId, ReservationRecord | DomainError>;
type Facts = Awaited<ReturnType<ReturnType<typeof factReader>>>;
/** For offers without limits, and orders of which nobody has heard. */
const nothingKnown: Pick<Facts, 'offers' | 'existing'> = { offers: new Map(), existing: new Map() };

/**
 * Holds stock for orders, all lines or none, many orders at a time. Those that look sure are tried at once; for the others: read what
 * they ask of → decide in the order of asking (what cannot be had costs no write) → holds in the offers → reservations.
 *
 * A reservation is written last, so that one which exists owns all its holds; `stockTaker` tells what finishes a batch whose
 * process died before that.
 */
export function reserve(deps: StockDeps, aside: Pick<PutHoldsAside, 'noticed'>) {
  const { reservations, now, token } = deps;
  const taker = stockTaker(deps);
  const readFacts = factReader(deps);
  const remembered = rememberedFacts(deps.plenty);
  const running = new Map<OrderId, Promise<Reserved>>();
  const batches = gather<StockRequest, Reserved>({ name: 'reserve stock', run, maxBatch, maxWaiting });

  async function run(requests: readonly StockRequest[]): Promise<PromiseSettledResult<Reserved>[]> {
    const { outcomes, versions } = await tryByMemory(requests);
    const rest = requests.filter(({ orderId }) => !outcomes.has(orderId));
    if (rest.length > 0)
      for (const [id, { version }] of await decide(rest, outcomes)) versions.set(id, version);
    return Promise.allSettled(requests.map(({ orderId }) => answer(outcomes.get(orderId), versions)));
  }

  /**
   * Tries what looks sure to be granted without reading anything, as if nobody had asked for these orders before. Whatever does
   * not go through as it is – an offer changed, its stock is short, an order had its reservation – leaves no trace and no outcome.
   */
  async function tryByMemory(requests: readonly StockRequest[]) {
    const at = now();
    const versions = new Map<OfferId, number>();
    const takings: Taking[] = [];
    for (const request of requests) {
      const facts = remembered.promising(request, at);
      if (!facts) continue;
      const seen = new Map([...facts.offers].map(([id, { version }]) => [id, version]));
      for (const [id, version] of seen) versions.set(id, version);
      takings.push({ ...takingOf(request, facts, { at, take: token() }), versions: seen });
    }
    const attempt: Outcomes = new Map();
    if (takings.length > 0) await hold(takings, nothingKnown, attempt);
    const outcomes: Outcomes = new Map([...attempt].filter(([, outcome]) => isRecord(outcome)));
    remembered.forget(takings.filter(({ orderId }) => !outcomes.has(orderId)));
    return { outcomes, versions };
  }

  /** Decides on fresh facts. @returns the offers that they are about. */
  async function decide(requests: readonly StockRequest[], outcomes: Outcomes): Promise<Facts['offers']> {
    const facts = await readFacts(requests);
    remembered.learn(facts);
    for (const request of requests) {
      const earlier = earlierAnswer(request, facts.existing.get(request.orderId));
      if (earlier) outcomes.set(request.orderId, earlier);
    }
    const fresh = requests.filter(({ orderId }) => !outcomes.has(orderId));
    const at = now();
    const decisions = allot(fresh, facts, at);
    fresh.forEach(({ orderId }, index) => {
      const refusal = decisions[index];
      if (refusal) outcomes.set(orderId, refusal);
    });
    const takings = fresh
      .filter(({ orderId }) => !outcomes.has(orderId))
      .map((request) => takingOf(request, facts, { at, take: token() }));
    if (takings.length > 0) await hold(takings, facts, outcomes);
    await lookAgain(
      fresh.filter(({ orderId }) => !isRecord(outcomes.get(orderId))),
      outcomes,
    );
    return facts.offers;
  }

  /**
   * What stands against an order may be another attempt of the same order, in another process or left by one that died: then
   * the answer is what that came to, or to ask again.
   */
  async function lookAgain(refused: readonly StockRequest[], outcomes: Outcomes): Promise<void> {
    if (refused.length === 0) return;
    const orderIds = refused.map(({ orderId }) => orderId);
    const offerIds = refused.flatMap(({ lines }) => lines.map(({ offerId }) => offerId));
    const attempted = await deps.holds.ordersIn([...new Set(offerIds)], orderIds);
    const decided = await reservations.find(orderIds);
    for (const request of refused) {
      const { orderId } = request;
      const inProgress = attempted.has(orderId) ? new Refused('REQUEST_IN_PROGRESS') : undefined;
      const refusal = inProgress ?? outcomes.get(orderId) ?? new Refused('REQUEST_IN_PROGRESS');
      outcomes.set(orderId, earlierAnswer(request, decided.get(orderId)) ?? refusal);
    }
  }

  async function answer(
    outcome: ReservationRecord | DomainError | undefined,
    versions: ReadonlyMap<OfferId, number>,
  ): Promise<Reserved> {
    if (outcome === undefined) throw new Error('a request was left without an outcome');
    if (!isRecord(outcome)) throw outcome;
    const wanted = [...unitsByOffer(outcome.lines).keys()].map((_id) => ({
      _id,
      version: versions.get(_id),
    }));
    return { record: outcome, terms: await deps.reads.terms(wanted) };
  }

  async function hold(
    takings: readonly Taking[],
    facts: Pick<Facts, 'offers' | 'existing'>,
    outcomes: Outcomes,
  ): Promise<void> {
    const refusals = await taker.take(takings, facts.offers);
    const records: Held[] = [];
    takings.forEach((taking, index) => {
      const refusal = refusals[index];
      if (refusal) outcomes.set(taking.orderId, refusal);
      else records.push(recordOf(taking, facts));
    });
    const lost = await store(records);
    for (const record of records) if (!lost.has(record._id)) outcomes.set(record._id, record);
    await taker.giveUp(takings.filter(({ orderId }) => lost.has(orderId)));
    aside.noticed(records);
  }

  /** Answers the orders for which another process was quicker. */
  async function store(records: readonly Held[]): Promise<Set<OrderId>> {
    const lost = await reservations.insert(records.filter(({ version }) => version === 1));
    for (const record of records)
      if (record.version > 1 && !(await reservations.replace(record))) lost.add(record._id);
    return lost;
  }

  /** @throws OutOfStock, LimitExceeded, OfferNotOnSale, CycleClosed; RESERVATION_ENDED for an order whose hold is over. */
  async function ask(request: StockRequest): Promise<Reserved> {
    // The same order asked twice at once: the second sees what became of the first.
    for (let first = running.get(request.orderId); first; first = running.get(request.orderId))
      await first.catch(() => undefined);
    const work = batches.add(request);
    running.set(request.orderId, work);
    try {
      const reserved = await work;
      const { record } = reserved;
      // What another try reserved would go back with that one, unless this one counts on it, too.
      const isCounted = record.status !== 'held' || record.placings?.includes(request.placing);
      if (isCounted || (await reservations.join(record, request.placing))) return reserved;
    } finally {
      if (running.get(request.orderId) === work) running.delete(request.orderId);
    }
    return ask(request);
  }

  return { reserve: ask, close: () => batches.close() };
}

const isRecord = (outcome: ReservationRecord | DomainError | undefined): outcome is ReservationRecord =>
  outcome !== undefined && '_id' in outcome;

function factReader({ reservations, purchases, reads }: StockDeps) {
  return async (requests: readonly StockRequest[]) => {
    const cycleIds = new Set(requests.map(({ cycleId }) => cycleId));
    const offerIds = new Set(requests.flatMap(({ lines }) => lines.map(({ offerId }) => offerId)));
    const [existing, offers, cycles] = await Promise.all([
      reservations.find(requests.map(({ orderId }) => orderId)),
      reads.offers([...offerIds]),
      reads.cycles([...cycleIds]),
    ]);
    const counted = requests.flatMap(({ accountId, lines }) =>
      lines
        .filter(({ offerId }) => offers.get(offerId)?.limitPerShopper !== undefined)
        .map(({ offerId }) => purchaseId(offerId, accountId)),
    );
    return { existing, offers, cycles, purchased: await purchases.units([...new Set(counted)]) };
  };
}

/** What an order that asked before is told; nothing when it may try. */
function earlierAnswer(
  request: StockRequest,
  record: ReservationRecord | undefined,
): ReservationRecord | DomainError | undefined {
  if (!record || isForgotten(record)) return undefined;
  if (!hasSameLines(request.lines, record.lines) || request.accountId !== record.accountId)
    return new Refused('IDEMPOTENCY_KEY_REUSED');
  return record.status === 'released' ? new Refused('RESERVATION_ENDED') : record;
}

function takingOf(
  { orderId, placing, accountId, cycleId, lines }: StockRequest,
  { offers, cycles }: { offers: ReadonlyMap<OfferId, OfferStock>; cycles: Facts['cycles'] },
  { at, take }: { at: Date; take: string },
): Taking {
  const mine = [...new Set(lines.map(({ offerId }) => offerId))].flatMap((id) => offers.get(id) ?? []);
  const minutes = holdMinutes(
    cycles,
    cycleId,
    mine.some(({ flash }) => flash),
  );
  return {
    orderId,
    accountId,
    cycleId,
    take,
    placing,
    lines,
    limited: mine.filter(({ limitPerShopper }) => limitPerShopper !== undefined).map(({ _id }) => _id),
    at,
    expiresAt: new Date(at.getTime() + minutes * 60_000),
  };
}

function holdMinutes(cycles: Facts['cycles'], cycleId: CycleId, flash: boolean): number {
  const rules = cycles.get(cycleId)?.rules;
  if (!rules) throw new Error(`the rules of ${cycleId} were not read`);
  return flash ? rules.flashReservationMinutes : rules.reservationMinutes;
}

function recordOf(taking: Taking, { existing }: Pick<Facts, 'existing'>): Held {
  const { orderId, accountId, cycleId, lines, limited, take, placing, expiresAt, at } = taking;
  return {
    _id: orderId,
    accountId,
    cycleId,
    lines,
    limited,
    take,
    placings: placing === undefined ? [] : [placing],
    expiresAt,
    status: 'held',
    version: (existing.get(orderId)?.version ?? 0) + 1,
    createdAt: at,
    outbox: [],
  };
}

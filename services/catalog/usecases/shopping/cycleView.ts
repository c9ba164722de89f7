import { LRUCache } from 'lru-cache';
import { type CycleId, type OfferId, type PickupPointId } from '#shared/contracts/ids';
import { cardTerms, groupProgress } from '../../domain/offerCard';
import { unitPrice } from '../../domain/offerPrice';
import { type GroupStanding } from '../../domain/range';
import { type ShownOffer } from '../../domain/offer';
import { type ShopWindowReads } from '../../storage/shopWindow';

/** An offer with the JSON of its card made ready, up to what moves. */
export type ViewedOffer = {
  readonly offer: ShownOffer;
  readonly json: string;
  readonly unitFen: number;
  available: number;
  sold: number;
};

type StandingsAt = { readonly byOffer: Map<OfferId, GroupStanding>; revision: number };

const maxPickupPoints = 2_500;
/** Clocks of processes differ, and a write takes a moment to be seen: look back a little further. */
const overlapMs = 5_000;

/** What shoppers see of one cycle, kept up to date by asking the database what moved. */
export class CycleView {
  readonly offers = new Map<OfferId, ViewedOffer>();
  /** Rises when any offer of the cycle shows something else. */
  revision = 0;
  readonly #cycleId: CycleId;
  readonly #reads: ShopWindowReads;
  readonly #now: () => Date;
  readonly #standings: LRUCache<PickupPointId, StandingsAt>;
  #heardUntil: Date;

  constructor(cycleId: CycleId, reads: ShopWindowReads, now: () => Date) {
    this.#cycleId = cycleId;
    this.#reads = reads;
    this.#now = now;
    this.#heardUntil = now();
    this.#standings = new LRUCache({
      max: maxPickupPoints,
      fetchMethod: (pickupPointId) => this.#load(pickupPointId),
    });
  }

  /** Asks what moved since the last time. */
  async refresh(): Promise<void> {
    const since = this.#heardUntil;
    const at = this.#now();
    const [stock, standings] = await Promise.all([
      this.#reads.stock(this.#cycleId),
      this.#reads.standingsSince(this.#cycleId, since),
    ]);
    const other = stock.filter(({ _id, version }) => this.offers.get(_id)?.offer.version !== version);
    for (const offer of other.length > 0 ? await this.#reads.offers(other.map(({ _id }) => _id)) : [])
      this.#show(offer);
    for (const { _id, available, sold } of stock) this.#move(_id, available, sold);
    standings.forEach((standing) => {
      this.#hear(this.#standings.peek(standing.pickupPointId), standing);
    });
    this.#heardUntil = new Date(at.getTime() - overlapMs);
  }

  /** How groups stand at a pickup point. */
  async standingsAt(pickupPointId: PickupPointId): Promise<StandingsAt> {
    const known = this.#standings.get(pickupPointId) ?? (await this.#standings.fetch(pickupPointId));
    if (!known) throw new Error(`the groups of ${pickupPointId} could not be read`);
    return known;
  }

  async #load(pickupPointId: PickupPointId): Promise<StandingsAt> {
    const at: StandingsAt = { byOffer: new Map(), revision: 0 };
    const standings = await this.#reads.standingsAt(this.#cycleId, pickupPointId);
    standings.forEach((standing) => {
      this.#hear(at, standing);
    });
    return at;
  }

  #show(offer: ShownOffer): void {
    this.offers.set(offer._id, {
      offer,
      json: JSON.stringify(cardTerms(offer)).slice(0, -1),
      unitFen: unitPrice(offer, offer.price).amount,
      available: offer.available,
      sold: offer.sold,
    });
    this.revision += 1;
  }

  #move(offerId: OfferId, available: number, sold: number): void {
    const viewed = this.offers.get(offerId);
    if (!viewed || (viewed.available === available && viewed.sold === sold)) return;
    viewed.available = available;
    viewed.sold = sold;
    this.revision += 1;
  }

  #hear(at: StandingsAt | undefined, standing: GroupStanding): void {
    if (!at || (at.byOffer.get(standing.offerId)?.version ?? -1) >= standing.version) return;
    at.byOffer.set(standing.offerId, standing);
    at.revision += 1;
  }
}

/** The JSON of a card, put together from what is ready. */
export function cardJson({ offer, json, available, sold }: ViewedOffer, standing?: GroupStanding): string {
  const group = offer.group
    ? `,"group":${JSON.stringify({ target: offer.group, progress: groupProgress(standing) })}`
    : '';
  return `${json}${group},"stockLeft":${available},"sold":${sold}}`;
}

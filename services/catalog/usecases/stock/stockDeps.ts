import { type CycleId, type OfferId } from '#shared/contracts/ids';
import { type OfferTerms } from '#shared/contracts/internal/catalog';
import { type Clock } from '#shared/kit/clock';
import { type CycleWindow, type OfferStock } from '../../domain/allotment';
import { type CityRules } from '#shared/contracts/cityRules';
import { type HoldPageStore } from '../../storage/holdPages';
import { type holdStore } from '../../storage/holds';
import { type purchaseStore } from '../../storage/purchases';
import { type reservationStore } from '../../storage/reservations';
import { type returnStore } from '../../storage/returns';

/** An offer as it was read, and the version that it then had. */
export type SeenOffer = OfferStock & { readonly version: number };
export type RuledCycle = CycleWindow & { readonly rules: CityRules };

/** What stock use cases need to know of offers and cycles. */
export type StockReads = {
  /** Fresh from the database: what decides. */
  offers(offerIds: readonly OfferId[]): Promise<Map<OfferId, SeenOffer>>;
  cycles(cycleIds: readonly CycleId[]): Promise<Map<CycleId, RuledCycle>>;
  /** Terms in the order of `offerIds`; unknown offers are left out. Versions may be older than asked for by moments. */
  terms(
    offers: readonly { readonly _id: OfferId; readonly version?: number | undefined }[],
  ): Promise<OfferTerms[]>;
};

export type StockDeps = {
  readonly holds: ReturnType<typeof holdStore>;
  readonly holdPages: HoldPageStore;
  /** So many holds stay in an offer, where a process that died is noticed at once; older ones are put aside. */
  readonly holdsKept: number;
  readonly returns: ReturnType<typeof returnStore>;
  readonly purchases: ReturnType<typeof purchaseStore>;
  readonly reservations: ReturnType<typeof reservationStore>;
  readonly reads: StockReads;
  readonly now: Clock;
  /** With so many units left, orders are tried on what is remembered of an offer. */
  readonly plenty: number;
  /** A name that nothing else has. */
  readonly token: () => string;
  /** Told after a reservation's outbox was filled. */
  readonly nudge: (record: { readonly _id: string }) => void;
};

import { type OfferRecord } from '#shared/contracts/catalog/offers';
import { type GroupTarget } from '#shared/contracts/internal/catalog';
import {
  basisPointsOf,
  cnyOf,
  ifFilled,
  isAmount,
  isPercent,
  isWhole,
  typedHundredths,
  wholeOf,
} from '@/blocks/form/check';
import { type Wrong } from '@/blocks/form/refusal';
import { isProblem } from '@/client/apiProblem';
import { parseYuan } from '@/design/format/money';
import { translateNow } from '@/i18n/texts';
import { offersTexts } from './texts';

export type TierDraft = { readonly fromUnits: string; readonly price: string };
export type OfferDraft = {
  readonly version: number;
  readonly price: string;
  readonly strikePrice: string;
  readonly clearance: boolean;
  readonly tiers: readonly TierDraft[];
  readonly groupKind: string;
  readonly groupCount: string;
  readonly limitPerShopper: string;
  readonly commission: string;
  readonly lotId: string;
  readonly rank: string;
  readonly flash: boolean;
  /** Of a new offer only. */
  readonly stock: string;
};

export const noGroup = 'none';

/** What a form begins with: the offer as it was read, or nothing. */
export const offerDraft = (offer?: OfferRecord): OfferDraft => ({
  version: offer?.version ?? 0,
  price: offer ? typedHundredths(offer.price.amount) : '',
  strikePrice: offer?.strikePrice ? typedHundredths(offer.strikePrice.amount) : '',
  clearance: offer?.clearance ?? false,
  tiers:
    offer?.tiers.map(({ fromUnits, price }) => ({
      fromUnits: String(fromUnits),
      price: typedHundredths(price.amount),
    })) ?? [],
  groupKind: offer?.group?.kind ?? noGroup,
  groupCount: offer?.group ? String(offer.group.count) : '',
  limitPerShopper: offer?.limitPerShopper === undefined ? '' : String(offer.limitPerShopper),
  commission: offer ? typedHundredths(offer.commissionBasisPoints) : '',
  lotId: offer?.lotId ?? '',
  rank: String(offer?.rank ?? 0),
  flash: offer?.flash ?? false,
  stock: '',
});

const areTiers = (tiers: readonly TierDraft[]): string | undefined => {
  const typed = tiers.map(({ fromUnits, price }) => ({
    from: isWhole(fromUnits, 2, 100_000) === undefined ? wholeOf(fromUnits) : undefined,
    fen: parseYuan(price),
  }));
  const right = typed.every(({ from, fen }, at) => {
    if (from === undefined || fen === undefined || fen === 0) return false;
    const before = typed[at - 1];
    return !before || (from > (before.from ?? 0) && fen < (before.fen ?? 0));
  });
  return right ? undefined : translateNow(offersTexts)('tiersWrong');
};

export const checkOffer = (draft: OfferDraft, isNew: boolean): Wrong<OfferDraft> => ({
  price: isAmount(draft.price, 1),
  strikePrice: ifFilled(draft.strikePrice, (yuan) => isAmount(yuan, 1)),
  tiers: areTiers(draft.tiers),
  groupCount: draft.groupKind === noGroup ? undefined : isWhole(draft.groupCount, 2, 100_000),
  limitPerShopper: ifFilled(draft.limitPerShopper, (text) => isWhole(text, 1, 999)),
  commission: isNew
    ? ifFilled(draft.commission, (text) => isPercent(text, 50))
    : isPercent(draft.commission, 50),
  rank: isWhole(draft.rank, 0, 1_000_000),
  stock: isNew ? isWhole(draft.stock, 0, 10_000_000) : undefined,
});

const fieldOfRule = {
  below_cost: 'price',
  tier_not_cheaper: 'tiers',
  strike_not_higher: 'strikePrice',
  strike_without_history: 'strikePrice',
  strike_above_history: 'strikePrice',
} as const;

const isRule = (rule: unknown): rule is keyof typeof fieldOfRule =>
  typeof rule === 'string' && rule in fieldOfRule;

/** Which field a refusal is about. */
export const refusedOffer = (error: unknown): Wrong<OfferDraft> => {
  if (!isProblem(error, 'PRICE_NOT_LAWFUL')) return {};
  const { rule } = error.details;
  return isRule(rule) ? { [fieldOfRule[rule]]: translateNow(offersTexts)(rule) } : {};
};

/** The refusals that need more words than their own. */
export const messageOfRefusal = (error: unknown): string | undefined => {
  const t = translateNow(offersTexts);
  if (isProblem(error, 'ALREADY_EXISTS')) return t('exists');
  return isProblem(error, 'CYCLE_NOT_EDITABLE') ? t('closed') : undefined;
};

const groupOf = ({ groupKind, groupCount }: OfferDraft): GroupTarget | undefined =>
  groupKind === noGroup
    ? undefined
    : { kind: groupKind as GroupTarget['kind'], count: wholeOf(groupCount) ?? 0 };

const tiersOf = ({ tiers }: OfferDraft) =>
  tiers.map(({ fromUnits, price }) => ({ fromUnits: wholeOf(fromUnits) ?? 0, price: cnyOf(price) }));

/** What an offer is added with. */
export const newTerms = (draft: OfferDraft) => ({
  price: cnyOf(draft.price),
  strikePrice: draft.strikePrice === '' ? undefined : cnyOf(draft.strikePrice),
  clearance: draft.clearance,
  tiers: tiersOf(draft),
  group: groupOf(draft),
  limitPerShopper: wholeOf(draft.limitPerShopper),
  flash: draft.flash,
  commissionBasisPoints: basisPointsOf(draft.commission),
  lotId: draft.lotId === '' ? undefined : draft.lotId,
  rank: wholeOf(draft.rank) ?? 0,
  stock: wholeOf(draft.stock) ?? 0,
});

/** What an offer is changed to; once its cycle is open, neighbours count on tiers and group targets: they are left out. */
export const changedTerms = (draft: OfferDraft, isOpen: boolean) => ({
  version: draft.version,
  price: cnyOf(draft.price),
  strikePrice: draft.strikePrice === '' ? null : cnyOf(draft.strikePrice),
  clearance: draft.clearance,
  ...(isOpen ? {} : { tiers: tiersOf(draft), group: groupOf(draft) ?? null }),
  limitPerShopper: wholeOf(draft.limitPerShopper) ?? null,
  flash: draft.flash,
  commissionBasisPoints: basisPointsOf(draft.commission),
  lotId: draft.lotId === '' ? null : draft.lotId,
  rank: wholeOf(draft.rank) ?? 0,
});

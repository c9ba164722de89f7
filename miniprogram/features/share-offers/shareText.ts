import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { formatMoment, formatNearDate } from '@/design/format/date';
import { perHalfKilo } from '@/design/format/measure';
import { formatMoney } from '@/design/format/money';
import { inLanguage } from '@/i18n/bilingual';
import { type Language } from '@/i18n/language';
import { translator } from '@/i18n/texts';
import { shareTexts } from './texts';

type Shared = {
  readonly place: { readonly zh: string; readonly en: string };
  readonly cycle: Pick<Cycle, 'cutoffAt' | 'pickupDate'>;
  readonly offers: readonly OfferCard[];
  readonly link: string;
  /** Milliseconds. */
  readonly now: number;
};

const lineOf = (offer: OfferCard, at: number, language: Language): string => {
  const t = translator(shareTexts, language);
  const facts = {
    n: at + 1,
    title: inLanguage(offer.title, language),
    pack: inLanguage(offer.pack, language),
    price: formatMoney(offer.price) + (offer.soldBy === 'weight' ? perHalfKilo(language) : ''),
  };
  if (!offer.group) return t('line', facts);
  const { target, progress } = offer.group;
  if (progress.status === 'formed') return t('lineFormed', facts);
  const reached = target.kind === 'shoppers' ? progress.shoppers : progress.units;
  const group = { ...facts, target: target.count, left: Math.max(0, target.count - reached) };
  return t(target.kind === 'shoppers' ? 'lineGroup' : 'lineGroupUnits', group);
};

/** The day's offers as a message for the group, ready to paste. */
export const shareText = ({ place, cycle, offers, link, now }: Shared, language: Language): string => {
  const t = translator(shareTexts, language);
  return [
    t('opening', {
      place: inLanguage(place, language),
      moment: formatMoment(cycle.cutoffAt, now, language),
      day: formatNearDate(cycle.pickupDate, now, language),
    }),
    ...offers.map((offer, at) => lineOf(offer, at, language)),
    t('closing', { link }),
  ].join('\n');
};

/** Best first: what still needs neighbours, then flash offers, then what is bought most. */
export const worthSharing = (offers: readonly OfferCard[]): readonly OfferCard[] => {
  const rank = ({ group, flash }: OfferCard) => (group?.progress.status === 'open' ? 0 : flash ? 1 : 2);
  return offers
    .filter(({ onSale, stockLeft }) => onSale && stockLeft > 0)
    .sort((a, b) => rank(a) - rank(b) || b.sold - a.sold);
};

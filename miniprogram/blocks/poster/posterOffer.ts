import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { pictureAddress } from '@/client/pictures';
import { perHalfKilo } from '@/design/format/measure';
import { formatMoney } from '@/design/format/money';
import { inLanguage } from '@/i18n/bilingual';
import { type Language } from '@/i18n/language';
import { type PosterOffer } from './types';

/** An offer as a poster shows it; the former price only where the offer carries one. */
export const posterOffer = (offer: OfferCard, language: Language): PosterOffer => ({
  title: inLanguage(offer.title, language),
  pack: inLanguage(offer.pack, language),
  price: formatMoney(offer.price),
  unit: offer.soldBy === 'weight' ? perHalfKilo(language) : undefined,
  before: offer.strikePrice && formatMoney(offer.strikePrice),
  picture: pictureAddress(offer.picture?.large),
});

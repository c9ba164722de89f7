import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { Price } from '@/design/components/Price';
import { perHalfKilo } from '@/design/format/measure';
import { useLanguage } from '@/i18n/language';

/** What an offer costs: per unit, or per 500 g for weighed goods; the former price only where the offer carries one. */
export function OfferPrice({
  offer,
  size = 'normal',
}: {
  offer: OfferCard;
  size?: 'small' | 'normal' | 'large';
}) {
  const language = useLanguage();
  return (
    <Price
      money={offer.price}
      before={offer.strikePrice}
      size={size}
      {...(offer.soldBy === 'weight' ? { unit: perHalfKilo(language) } : {})}
    />
  );
}

import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { mostOf, putInCart, useCartQuantity } from '@/client/cart';
import { Stepper } from '@/design/components/Stepper';
import { showToast } from '@/design/components/Toast';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { offerTexts } from './offerTexts';

/** How many of this offer are in the cart, to be changed on the spot. */
export function CartStepper({ offer }: { offer: OfferCard }) {
  const t = useTexts(offerTexts);
  const say = useBilingual();
  const quantity = useCartQuantity(offer.offerId);
  const most = mostOf(offer);
  return (
    <Stepper
      value={quantity}
      max={offer.onSale ? most : 0}
      name={say(offer.title)}
      onChange={(next) => {
        if (!putInCart(offer, next)) showToast(t('cartFull'), 'problem');
      }}
    />
  );
}

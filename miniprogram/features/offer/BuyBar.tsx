import { type OfferPage } from '#shared/contracts/catalog/shopping';
import { CartStepper } from '@/blocks/offer/CartStepper';
import { OfferPrice } from '@/blocks/offer/OfferPrice';
import { putInCart, useCartQuantity } from '@/client/cart';
import { Button } from '@/design/components/Button';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { openTab } from '@/platform/navigate';
import { offerPageTexts } from './texts';
import { useIsOver } from './useIsOver';

/** Into the cart, and on to it; what is sold today instead, once the round is over. */
export function BuyBar({ page }: { page: OfferPage }) {
  const t = useTexts(offerPageTexts);
  const { offer } = page;
  const over = useIsOver(page);
  const quantity = useCartQuantity(offer.offerId);
  const gone = !offer.onSale ? t('offSale') : offer.stockLeft <= 0 ? t('soldOut') : undefined;
  if (over)
    return (
      <Box className="lt-row lt-row--between">
        <Words className="lt-soft">{t('over')}</Words>
        <Button size="big" onTap={() => openTab('home')}>
          {t('today')}
        </Button>
      </Box>
    );
  return (
    <Box className="lt-row lt-row--between">
      <OfferPrice offer={offer} size="large" />
      {gone !== undefined ? (
        <Button disabled onTap={() => undefined}>
          {gone}
        </Button>
      ) : quantity === 0 ? (
        <Button
          size="big"
          icon="cart"
          onTap={() => {
            if (!putInCart(offer, 1)) showToast(t('cartFull'), 'problem');
          }}
        >
          {t('addToCart')}
        </Button>
      ) : (
        <Box className="lt-row">
          <CartStepper offer={offer} />
          <Button onTap={() => openTab('cart')}>{t('toCart')}</Button>
        </Box>
      )}
    </Box>
  );
}

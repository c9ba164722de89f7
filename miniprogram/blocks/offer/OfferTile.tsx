import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { useCartQuantity } from '@/client/cart';
import { pictureAddress } from '@/client/pictures';
import { Picture } from '@/design/components/Picture';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { type Translate, useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { CartStepper } from './CartStepper';
import { GroupBar } from './GroupBar';
import { OfferPrice } from './OfferPrice';
import { OfferTags } from './OfferTags';
import { offerTexts } from './offerTexts';
import './offerTile.scss';

const scarce = 20;

/** How many are left when few are; else how many were sold, once some were. */
const howMany = ({ stockLeft, sold }: OfferCard, t: Translate<(typeof offerTexts)['zh']>): string => {
  if (stockLeft > 0 && stockLeft <= scarce) return t('left', { n: stockLeft });
  return sold > 0 ? t('sold', { n: sold }) : '';
};

/** An offer in a grid: picture, name, price, and the way into the cart. */
export function OfferTile({ offer, eager = false }: { offer: OfferCard; eager?: boolean }) {
  const t = useTexts(offerTexts);
  const say = useBilingual();
  const inCart = useCartQuantity(offer.offerId) > 0;
  const soldOut = offer.stockLeft <= 0 || !offer.onSale;
  return (
    <Box as="article" className="offer-tile">
      <Tap
        className="offer-tile__open"
        onTap={() => openPage('/pages/offer/index', { offerId: offer.offerId })}
      >
        <Picture src={pictureAddress(offer.picture?.medium)} alt="" eager={eager} round={false} />
        {soldOut && <Words className="offer-tile__sold-out">{t('soldOut')}</Words>}
        <Box className="offer-tile__words">
          <Words className="lt-strong lt-clamp-2">{say(offer.title)}</Words>
          <Words className="lt-tiny lt-soft lt-clamp-1">{say(offer.pack)}</Words>
          <OfferTags offer={offer} />
        </Box>
      </Tap>
      <Box className="offer-tile__foot">
        <GroupBar offer={offer} />
        <OfferPrice offer={offer} />
        <Box className="offer-tile__buy">
          {!inCart && <Words className="lt-tiny lt-soft">{howMany(offer, t)}</Words>}
          {!soldOut && (
            <Box className="offer-tile__stepper">
              <CartStepper offer={offer} />
            </Box>
          )}
        </Box>
      </Box>
    </Box>
  );
}

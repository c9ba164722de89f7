import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { OfferTile } from '@/blocks/offer/OfferTile';
import { EmptyState } from '@/design/components/States';
import { VirtualList } from '@/design/components/VirtualList';
import { useTexts } from '@/i18n/texts';
import { homeTexts } from './texts';

const perChunk = 12;
/** Six lines of two tiles on a phone; measured once shown. */
const chunkHeight = 1980;
const firstScreen = 4;

/** All offers of the choice, of which only what is near the screen exists. */
export function OfferGrid({ offers }: { offers: readonly OfferCard[] }) {
  const t = useTexts(homeTexts);
  if (offers.length === 0)
    return <EmptyState icon="leaf" title={t('emptyTitle')} detail={t('emptyDetail')} />;
  return (
    <VirtualList
      items={offers}
      keyOf={({ offerId }) => offerId}
      render={(offer, at) => <OfferTile offer={offer} eager={at < firstScreen} />}
      estimate={chunkHeight}
      chunk={perChunk}
      className="offer-grid"
      label={t('offers')}
    />
  );
}

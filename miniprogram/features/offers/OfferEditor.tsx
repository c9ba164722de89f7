import { type OfferRecord } from '#shared/contracts/catalog/offers';
import { ChangesOf } from '@/blocks/audit/ChangesOf';
import { cycleState, useCycle } from '@/client/cycles';
import { pictureAddress } from '@/client/pictures';
import { QueryState } from '@/client/QueryState';
import { Thumbnail } from '@/design/components/PictureRow';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useNow } from '@/platform/clock';
import { StockCard } from './StockCard';
import { TermsForm } from './TermsForm';
import { useOffer } from './useOffers';
import './offers.scss';

/** One offer: its stock and its terms; side by side when it has the page for itself. */
export function OfferEditor({ offerId, alone = false }: { offerId: string; alone?: boolean }) {
  const query = useOffer(offerId);
  return <QueryState query={query}>{(offer) => <Editor offer={offer} alone={alone} />}</QueryState>;
}

function Editor({ offer, alone }: { offer: OfferRecord; alone: boolean }) {
  const say = useBilingual();
  const query = useCycle(offer.cycleId);
  const now = useNow(10_000);
  return (
    <QueryState query={query}>
      {(cycle) => (
        <Box className={alone ? 'offers-editor offers-editor--alone' : 'offers-editor'}>
          <Box className="lt-column">
            <Box className="lt-row">
              <Thumbnail src={pictureAddress(offer.pictureUrl)} />
              <Box>
                <Words as="p" className="lt-head">
                  {say(offer.title)}
                </Words>
                <Words as="p" className="lt-soft">
                  {say(offer.pack)}
                </Words>
              </Box>
            </Box>
            <StockCard offer={offer} closed={cycleState(cycle, now) === 'closed'} />
          </Box>
          <TermsForm of={{ cycle, skuId: offer.skuId, offer }} onAdded={() => undefined} />
          <ChangesOf services={['catalog', 'orders']} subject={offer.offerId} />
        </Box>
      )}
    </QueryState>
  );
}

import { useDeferredValue, useState } from 'react';
import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { type PickupPointId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { OfferPrice } from '@/blocks/offer/OfferPrice';
import { mostOf } from '@/client/cart';
import { pictureAddress } from '@/client/pictures';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Picture } from '@/design/components/Picture';
import { EmptyState } from '@/design/components/States';
import { Stepper } from '@/design/components/Stepper';
import { TextField } from '@/design/components/TextField';
import { VirtualList } from '@/design/components/VirtualList';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { neighbourTexts } from './texts';
import { useOffersHere, type Picked } from './useOrderForNeighbour';

type PickGoodsProps = {
  pickupPointId: PickupPointId;
  picked: Picked;
  onPick: (picked: Picked) => void;
  onNext: () => void;
};

type OfferRowProps = { offer: OfferCard; quantity: number; onChange: (quantity: number) => void };

function OfferRow({ offer, quantity, onChange }: OfferRowProps) {
  const t = useTexts(neighbourTexts);
  const say = useBilingual();
  return (
    <Box className="neighbour-offer">
      <Box className="neighbour-offer__picture">
        <Picture src={pictureAddress(offer.picture?.small)} alt="" />
      </Box>
      <Box className="lt-grow lt-column lt-column--tight">
        <Words className="lt-strong lt-clamp-2">{say(offer.title)}</Words>
        <Words className="lt-tiny lt-soft">
          {`${say(offer.pack)} · ${t('left', { n: offer.stockLeft })}`}
        </Words>
        <OfferPrice offer={offer} size="small" />
      </Box>
      <Stepper value={quantity} max={mostOf(offer)} name={say(offer.title)} onChange={onChange} />
    </Box>
  );
}

/** The goods for the neighbour, with how many of each. */
export function PickGoods({ pickupPointId, picked, onPick, onNext }: PickGoodsProps) {
  const t = useTexts(neighbourTexts);
  const [words, setWords] = useState('');
  const { query, items, loadMore } = useOffersHere(pickupPointId, useDeferredValue(words.trim()));
  const units = Object.values(picked).reduce((sum, quantity) => sum + quantity, 0);
  return (
    <Box className="lt-column neighbour-goods">
      <Words className="lt-soft">{t('explain')}</Words>
      <TextField id="find-offer" kind="search" label={t('search')} value={words} onChange={setWords} />
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="search" title={t('none')} />
          ) : (
            <Card flush as="div">
              <VirtualList
                items={items}
                keyOf={({ offerId }) => offerId}
                estimate={960}
                label={t('pick')}
                render={(offer) => (
                  <OfferRow
                    offer={offer}
                    quantity={picked[offer.offerId] ?? 0}
                    onChange={(quantity) => onPick({ ...picked, [offer.offerId]: quantity })}
                  />
                )}
              />
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
      <Box className="neighbour-bar">
        <Button block size="big" disabled={units === 0} onTap={onNext}>
          {units === 0 ? t('nextEmpty') : t('next', { n: units })}
        </Button>
      </Box>
    </Box>
  );
}

import { useState } from 'react';
import { type OfferRecord } from '#shared/contracts/catalog/offers';
import { LoadMore } from '@/blocks/form/LoadMore';
import { SearchField } from '@/blocks/form/SearchField';
import { pictureAddress } from '@/client/pictures';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { Chip } from '@/design/components/Chip';
import { PictureRow } from '@/design/components/PictureRow';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { VirtualList } from '@/design/components/VirtualList';
import { perHalfKilo } from '@/design/format/measure';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { offersTexts } from './texts';
import { type Shown, useOffers } from './useOffers';
import './offers.scss';

type OfferListProps = {
  cycleId: string;
  chosen: string | undefined;
  onChoose: (offerId: string) => void;
};

/** The offers of a cycle with their stock, by words and by whether they are on sale. */
export function OfferList({ cycleId, chosen, onChoose }: OfferListProps) {
  const t = useTexts(offersTexts);
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const { query, items, loadMore } = useOffers(cycleId, words, shown);
  const all = shown === 'all' && words.trim() === '';
  return (
    <>
      <SearchField value={words} label={t('search')} onChange={setWords} />
      <Box className="lt-row lt-row--wrap">
        {(['all', 'onSale', 'withdrawn'] as const).map((one) => (
          <Chip key={one} chosen={shown === one} onTap={() => setShown(one)}>
            {t(one)}
          </Chip>
        ))}
      </Box>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState
              icon={all ? 'bag' : 'search'}
              title={all ? t('empty') : t('none')}
              detail={all ? t('emptyDetail') : t('noneDetail')}
            />
          ) : (
            <Card flush>
              <VirtualList
                items={items}
                keyOf={({ offerId }) => offerId}
                render={(offer) => (
                  <OfferRow
                    offer={offer}
                    chosen={offer.offerId === chosen}
                    onTap={() => onChoose(offer.offerId)}
                  />
                )}
                estimate={920}
                label={t('title')}
              />
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
    </>
  );
}

type OfferRowProps = { offer: OfferRecord; chosen: boolean; onTap: () => void };

function OfferRow({ offer, chosen, onTap }: OfferRowProps) {
  const t = useTexts(offersTexts);
  const say = useBilingual();
  const language = useLanguage();
  const { title, pack, price, soldBy, available, held, sold } = offer;
  return (
    <PictureRow src={pictureAddress(offer.pictureUrl)} chosen={chosen} onTap={onTap}>
      <Box className="lt-grow lt-column lt-column--tight">
        <Words className="lt-strong lt-clamp-1">{say(title)}</Words>
        <Words className="lt-small lt-soft lt-clamp-1">{say(pack)}</Words>
        <Box className="lt-row lt-row--wrap lt-small lt-soft lt-number offers-figures">
          <Words>{t('leftUnits', { n: available })}</Words>
          <Words>{t('heldUnits', { n: held })}</Words>
          <Words>{t('soldUnits', { n: sold })}</Words>
        </Box>
        <Tags offer={offer} />
      </Box>
      <Words className="lt-strong lt-number offers-price">
        {formatMoney(price)}
        {soldBy === 'weight' ? perHalfKilo(language) : ''}
      </Words>
    </PictureRow>
  );
}

function Tags({ offer }: { offer: OfferRecord }) {
  const t = useTexts(offersTexts);
  const isGone = offer.available === 0 && offer.held === 0;
  const any = [offer.flash, offer.group, offer.tiers.length, offer.clearance, isGone].some(Boolean);
  if (!any && offer.onSale) return null;
  return (
    <Box className="lt-row lt-row--wrap">
      {!offer.onSale && <Tag>{t('withdrawn')}</Tag>}
      {isGone && <Tag tone="tomato">{t('soldOut')}</Tag>}
      {offer.flash && <Tag tone="yolk">{t('flash')}</Tag>}
      {offer.group && <Tag tone="leaf">{t('group')}</Tag>}
      {offer.tiers.length > 0 && <Tag tone="sky">{t('tiers')}</Tag>}
      {offer.clearance && <Tag tone="plain">{t('clearance')}</Tag>}
    </Box>
  );
}

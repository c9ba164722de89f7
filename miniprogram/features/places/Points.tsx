import { useState } from 'react';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { SearchField } from '@/blocks/form/SearchField';
import { ListDetail } from '@/blocks/operator/ListDetail';
import { useManagedPoints } from '@/client/managedPoints';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { Box } from '@/design/primitives/Box';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { PointCard } from './PointCard';
import { PointForm } from './PointForm';
import { placesTexts } from './texts';

/** The pickup points of a city: found by name or address, changed, closed, given to another leader, opened anew. */
export function Points({ cityId }: { cityId: CityId }) {
  const t = useTexts(placesTexts);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<PickupPointId | 'new' | undefined>();
  const { query, items, loadMore } = useManagedPoints(cityId, words);
  const shown = items.find(({ pickupPointId }) => pickupPointId === chosen);
  const close = () => setChosen(undefined);
  return (
    <ListDetail
      detailLabel={t('points')}
      icon="shop"
      choose={t('choose')}
      onBack={close}
      list={
        <>
          <Button icon="plus" onTap={() => setChosen('new')}>
            {t('add')}
          </Button>
          <SearchField label={t('search')} value={words} onChange={setWords} />
          <QueryState query={query}>
            {() =>
              items.length === 0 ? (
                <EmptyState icon="shop" title={t('none')} detail={t('noneDetail')} />
              ) : (
                <Card flush label={t('points')}>
                  {items.map((point) => (
                    <Row
                      key={point.pickupPointId}
                      point={point}
                      chosen={point.pickupPointId === chosen}
                      onTap={() => setChosen(point.pickupPointId)}
                    />
                  ))}
                </Card>
              )
            }
          </QueryState>
          <LoadMore query={query} onTap={loadMore} />
        </>
      }
      detail={
        chosen === 'new' ? (
          <PointForm key="new" cityId={cityId} onSaved={({ pickupPointId }) => setChosen(pickupPointId)} />
        ) : (
          shown && <PointCard key={shown.pickupPointId} point={shown} />
        )
      }
    />
  );
}

type RowProps = { point: ManagedPickupPoint; chosen: boolean; onTap: () => void };

function Row({ point, chosen, onTap }: RowProps) {
  const t = useTexts(placesTexts);
  const say = useBilingual();
  const { name, leaderName, address, capacityPerDay, coldStorage, open } = point;
  return (
    <ListRow
      icon="shop"
      title={say(name)}
      detail={`${leaderName ?? t('noLeader')} · ${t('orders', { n: capacityPerDay })} · ${address}`}
      trailing={
        <Box className="lt-row">
          {coldStorage && <Tag tone="sky">{t('cold')}</Tag>}
          {!open && <Tag tone="tomato">{t('closed')}</Tag>}
        </Box>
      }
      chosen={chosen}
      onTap={onTap}
    />
  );
}

import { useState } from 'react';
import { type CityId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { ListDetail } from '@/blocks/operator/ListDetail';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { FacilityForm } from './FacilityForm';
import { placesTexts } from './texts';
import { useFacilities } from './usePlaces';

/** The warehouses that routes begin at. */
export function Facilities({ cityId }: { cityId: CityId }) {
  const t = useTexts(placesTexts);
  const say = useBilingual();
  const [chosen, setChosen] = useState<string | undefined>();
  const { query, items, loadMore } = useFacilities(cityId);
  const shown = items.find(({ facilityId }) => facilityId === chosen);
  return (
    <ListDetail
      detailLabel={t('facilities')}
      icon="home"
      choose={t('choose')}
      onBack={() => setChosen(undefined)}
      list={
        <>
          <Button icon="plus" onTap={() => setChosen('new')}>
            {t('addFacility')}
          </Button>
          <QueryState query={query}>
            {() =>
              items.length === 0 ? (
                <EmptyState icon="home" title={t('noFacility')} detail={t('noFacilityDetail')} />
              ) : (
                <Card flush label={t('facilities')}>
                  {items.map(({ facilityId, name, kind, address, open }) => (
                    <ListRow
                      key={facilityId}
                      icon="home"
                      title={say(name)}
                      detail={`${t(kind)} · ${address}`}
                      trailing={open ? undefined : <Tag tone="tomato">{t('closed')}</Tag>}
                      onTap={() => setChosen(facilityId)}
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
          <FacilityForm key="new" cityId={cityId} onSaved={({ facilityId }) => setChosen(facilityId)} />
        ) : (
          shown && (
            <FacilityForm
              key={`${shown.facilityId}:${shown.version}`}
              cityId={cityId}
              facility={shown}
              onSaved={() => undefined}
            />
          )
        )
      }
    />
  );
}

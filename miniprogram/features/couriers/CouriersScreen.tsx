import { useState } from 'react';
import { type CityId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { ListDetail } from '@/blocks/operator/ListDetail';
import { OperatorPage } from '@/blocks/operator/OperatorPage';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { CourierForm } from './CourierForm';
import { couriersTexts } from './texts';
import { useCouriers } from './useCouriers';

/** Who drives: with which vehicle, when, and whether cold goods can go along. */
export function CouriersScreen() {
  const t = useTexts(couriersTexts);
  return (
    <OperatorPage title={t('title')}>
      {({ cityId }) => <Couriers key={cityId} cityId={cityId} />}
    </OperatorPage>
  );
}

function Couriers({ cityId }: { cityId: CityId }) {
  const t = useTexts(couriersTexts);
  const [chosen, setChosen] = useState<string | undefined>();
  const { query, items, loadMore } = useCouriers(cityId);
  const shown = items.find(({ courierAccountId }) => courierAccountId === chosen);
  return (
    <ListDetail
      detailLabel={t('title')}
      icon="truck"
      choose={t('choose')}
      onBack={() => setChosen(undefined)}
      list={
        <>
          <Button icon="plus" onTap={() => setChosen('new')}>
            {t('add')}
          </Button>
          <QueryState query={query}>
            {() =>
              items.length === 0 ? (
                <EmptyState icon="truck" title={t('none')} detail={t('noneDetail')} />
              ) : (
                <Card flush label={t('title')}>
                  {items.map(
                    ({
                      courierAccountId,
                      displayName,
                      vehicle,
                      crateCapacity,
                      shift,
                      coldCapable,
                      active,
                    }) => (
                      <ListRow
                        key={courierAccountId}
                        icon="truck"
                        title={displayName}
                        detail={t('facts', {
                          vehicle: t(vehicle),
                          crates: crateCapacity,
                          shift: `${shift.from}–${shift.to}`,
                        })}
                        trailing={
                          <Box className="lt-row">
                            {coldCapable && <Tag tone="sky">{t('cold')}</Tag>}
                            {!active && <Tag>{t('off')}</Tag>}
                          </Box>
                        }
                        onTap={() => setChosen(courierAccountId)}
                      />
                    ),
                  )}
                </Card>
              )
            }
          </QueryState>
          <LoadMore query={query} onTap={loadMore} />
        </>
      }
      detail={
        chosen === 'new' ? (
          <CourierForm
            key="new"
            cityId={cityId}
            onSaved={({ courierAccountId }) => setChosen(courierAccountId)}
          />
        ) : (
          shown && (
            <CourierForm
              key={`${shown.courierAccountId}:${shown.version}`}
              cityId={cityId}
              courier={shown}
              onSaved={() => undefined}
            />
          )
        )
      }
    />
  );
}

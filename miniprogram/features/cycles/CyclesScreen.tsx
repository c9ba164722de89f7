import { useState } from 'react';
import { type City } from '#shared/contracts/catalog/cities';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { CycleTag } from '@/blocks/cycle/CycleTag';
import { LoadMore } from '@/blocks/form/LoadMore';
import { OperatorPage } from '@/blocks/operator/OperatorPage';
import { api } from '@/client/api';
import { cycleState } from '@/client/cycles';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { EmptyState } from '@/design/components/States';
import { formatMoment, formatNearDate } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { useNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { CycleSheet } from './CycleSheet';
import { cyclesTexts } from './texts';
import './cycles.scss';

/** The selling windows of a city, latest first. */
export function CyclesScreen() {
  const t = useTexts(cyclesTexts);
  return <OperatorPage title={t('title')}>{(city) => <Cycles key={city.cityId} city={city} />}</OperatorPage>;
}

function Cycles({ city }: { city: City }) {
  const t = useTexts(cyclesTexts);
  const [editing, setEditing] = useState<Cycle | 'new'>();
  const { query, items, loadMore } = usePages({
    queryKey: ['cycles', city.cityId, 'pages'],
    load: (cursor) =>
      api.catalog.listCycles({
        query: { cityId: city.cityId, limit: '20', ...(cursor === undefined ? {} : { cursor }) },
      }),
  });
  return (
    <>
      <Box className="lt-row lt-row--between lt-row--wrap">
        <Words className="lt-soft lt-small">{t('zone', { zone: city.timeZone })}</Words>
        <Button icon="plus" onTap={() => setEditing('new')}>
          {t('add')}
        </Button>
      </Box>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="calendar" title={t('none')} detail={t('noneDetail')} />
          ) : (
            <Box as="ul" className="cycles-list">
              {items.map((cycle) => (
                <Box as="li" key={cycle.cycleId}>
                  <CycleCard cycle={cycle} onEdit={() => setEditing(cycle)} />
                </Box>
              ))}
            </Box>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
      {editing && (
        <CycleSheet
          city={city}
          cycle={editing === 'new' ? undefined : editing}
          latest={items[0]}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

function CycleCard({ cycle, onEdit }: { cycle: Cycle; onEdit: () => void }) {
  const t = useTexts(cyclesTexts);
  const language = useLanguage();
  const now = useNow(30_000);
  const { cycleId, opensAt, cutoffAt, pickupDate } = cycle;
  const state = cycleState(cycle, now);
  const pickup = t('pickup', { day: formatNearDate(pickupDate, now, language) });
  return (
    <Card as="article" label={pickup} className="cycles-card">
      <Box className="lt-column">
        <Box className="lt-row lt-row--between">
          <Words as="h2" className="lt-head">
            {pickup}
          </Words>
          <CycleTag state={state} />
        </Box>
        <Words as="p" className="lt-soft lt-small">
          {t('window', {
            from: formatMoment(opensAt, now, language),
            until: formatMoment(cutoffAt, now, language),
          })}
        </Words>
        <Box className="lt-row lt-row--wrap">
          <Button
            kind="secondary"
            size="small"
            icon="list"
            onTap={() => openPage('/operator/offers/index', { cycleId })}
          >
            {t('offers')}
          </Button>
          <Button
            kind="secondary"
            size="small"
            icon="crate"
            onTap={() => openPage('/operator/stock/index', { cycleId })}
          >
            {t('stock')}
          </Button>
          {state === 'planned' && (
            <Button kind="quiet" size="small" icon="edit" onTap={onEdit}>
              {t('edit')}
            </Button>
          )}
        </Box>
      </Box>
    </Card>
  );
}

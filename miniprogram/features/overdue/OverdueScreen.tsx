import { useState } from 'react';
import { type City } from '#shared/contracts/catalog/cities';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { type HandOut } from '#shared/contracts/delivery/pickupViews';
import { LoadMore } from '@/blocks/form/LoadMore';
import { LeaderPage } from '@/blocks/leader/LeaderPage';
import { api } from '@/client/api';
import { useCity } from '@/client/city';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { DecisionSheet } from './DecisionSheet';
import { clockHour } from './keepUntil';
import { overdueTexts } from './texts';

function OverdueOrder({ order, onDecide }: { order: HandOut; onDecide: () => void }) {
  const t = useTexts(overdueTexts);
  const say = useBilingual();
  const language = useLanguage();
  const { recipientName, phoneTail, lines, overdueSince, decision } = order;
  return (
    <Card as="article">
      <Box className="lt-column">
        <Box className="lt-row lt-row--between">
          <Box className="lt-grow">
            <Words as="h2" className="lt-head">
              {recipientName}
            </Words>
            <Words className="lt-small lt-soft">{t('tail', { tail: phoneTail })}</Words>
          </Box>
          {lines.some(({ temperature }) => temperature !== 'ambient') && (
            <Tag tone="sky" icon="cold">
              {t('cold')}
            </Tag>
          )}
        </Box>
        <Words>{lines.map(({ title, units }) => `${say(title)} × ${units}`).join(' · ')}</Words>
        {overdueSince !== undefined && (
          <Words className="lt-small lt-tomato">
            {t('since', { moment: formatMoment(overdueSince, serverNow(), language) })}
          </Words>
        )}
        {decision && <Words className="lt-small lt-soft">{t('decided', { what: t(decision.kind) })}</Words>}
        <Button block kind="secondary" onTap={onDecide}>
          {t('decide')}
        </Button>
      </Box>
    </Card>
  );
}

function NoneOverdue({ city }: { city: City | undefined }) {
  const t = useTexts(overdueTexts);
  const rules = city && { time: clockHour(city.chilledOverdueHour), hours: city.ambientOverdueHours };
  return <EmptyState icon="check" title={t('none')} {...(rules ? { detail: t('noneDetail', rules) } : {})} />;
}

function Overdue({ point: { pickupPointId, cityId } }: { point: ManagedPickupPoint }) {
  const city = useCity(cityId).data;
  const [deciding, setDeciding] = useState<HandOut | undefined>();
  const { query, items, loadMore } = usePages({
    queryKey: ['overdue', pickupPointId],
    load: (cursor) =>
      api.delivery.listHandOuts({ params: { pickupPointId }, query: { state: 'overdue', cursor } }),
  });
  return (
    <QueryState query={query}>
      {() => (
        <>
          {items.length === 0 && <NoneOverdue city={city} />}
          {items.map((order) => (
            <OverdueOrder key={order.orderId} order={order} onDecide={() => setDeciding(order)} />
          ))}
          <LoadMore query={query} onTap={loadMore} />
          {deciding && (
            <DecisionSheet
              order={deciding}
              chilledOverdueHour={city?.chilledOverdueHour}
              onClose={() => setDeciding(undefined)}
            />
          )}
        </>
      )}
    </QueryState>
  );
}

/** What was not collected in time, each to be decided on. */
export function OverdueScreen() {
  const t = useTexts(overdueTexts);
  return (
    <LeaderPage title={t('title')} choosing>
      {(point) => <Overdue key={point.pickupPointId} point={point} />}
    </LeaderPage>
  );
}

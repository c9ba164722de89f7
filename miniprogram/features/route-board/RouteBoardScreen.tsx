import { useState } from 'react';
import { type City } from '#shared/contracts/catalog/cities';
import { OperatorPage } from '@/blocks/operator/OperatorPage';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { SelectField } from '@/design/components/SelectField';
import { EmptyState } from '@/design/components/States';
import { formatNearDate } from '@/design/format/date';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { PlanBoard } from './PlanBoard';
import { routeBoardTexts } from './texts';
import { useLiveBoard, usePlans } from './useBoard';
import './routeBoard.scss';

/** The routes of a day: made from what was frozen at cutoff, changed by hand while they wait, and followed while they run. */
export function RouteBoardScreen() {
  const t = useTexts(routeBoardTexts);
  return <OperatorPage title={t('title')}>{(city) => <OfCity key={city.cityId} city={city} />}</OperatorPage>;
}

function OfCity({ city: { cityId } }: { city: City }) {
  const t = useTexts(routeBoardTexts);
  const language = useLanguage();
  const asked = usePageQuery();
  const [chosen, setChosen] = useState(asked['consolidationId']);
  const query = usePlans(cityId);
  useLiveBoard(cityId);
  return (
    <QueryState query={query}>
      {(plans) => {
        const usable = plans.filter(({ status }) => status !== 'superseded');
        const plan = plans.find(({ consolidationId }) => consolidationId === chosen) ?? usable[0] ?? plans[0];
        if (!plan)
          return (
            <EmptyState
              icon="truck"
              title={t('none')}
              detail={t('noneDetail')}
              action={
                <Button onTap={() => openPage('/operator/consolidation/index')}>
                  {t('toConsolidation')}
                </Button>
              }
            />
          );
        return (
          <>
            <SelectField
              id="plan"
              label={t('plan')}
              value={plan.consolidationId}
              options={plans.map(({ consolidationId, pickupDate, status }) => ({
                value: consolidationId,
                text: t('planNamed', {
                  day: formatNearDate(pickupDate, serverNow(), language),
                  status: t(status),
                }),
              }))}
              onChange={setChosen}
            />
            <PlanBoard
              key={plan.consolidationId}
              consolidationId={plan.consolidationId}
              firstRoute={asked['routeId']}
            />
          </>
        );
      }}
    </QueryState>
  );
}

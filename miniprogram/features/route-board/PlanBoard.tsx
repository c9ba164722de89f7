import { useState } from 'react';
import { type RoutePlanView } from '#shared/contracts/delivery/planning';
import { type ConsolidationId } from '#shared/contracts/ids';
import { Figure, Figures } from '@/blocks/operator/Figures';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { EmptyState, Notice } from '@/design/components/States';
import { Split } from '@/design/page/Split';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { useWide } from '@/platform/wide';
import { PlanForm } from './PlanForm';
import { PlanSheet } from './PlanSheet';
import { RouteDetail } from './RouteDetail';
import { RouteTile } from './RouteTile';
import { routeBoardTexts } from './texts';
import { usePlan } from './useBoard';

type PlanBoardProps = {
  consolidationId: ConsolidationId;
  /** The route that is open at first. */
  firstRoute: string | undefined;
};

/** One plan: what is to be brought, and the routes that bring it. */
export function PlanBoard({ consolidationId, firstRoute }: PlanBoardProps) {
  const query = usePlan(consolidationId);
  return <QueryState query={query}>{(view) => <Board view={view} firstRoute={firstRoute} />}</QueryState>;
}

type BoardProps = { view: RoutePlanView; firstRoute: string | undefined };

function Board({ view, firstRoute }: BoardProps) {
  const t = useTexts(routeBoardTexts);
  const { plan, routes } = view;
  if (plan.status === 'superseded' && routes.length === 0)
    return <Notice tone="yolk">{t('supersededDetail')}</Notice>;
  if (plan.status === 'collecting' || plan.status === 'planning') return <Notice>{t('preparing')}</Notice>;
  return (
    <>
      <Summary view={view} />
      {plan.status === 'to_plan' ? (
        <Card label={t('makePlan')}>
          <PlanForm plan={plan} onDone={() => undefined} />
        </Card>
      ) : (
        <Routes view={view} firstRoute={firstRoute} />
      )}
    </>
  );
}

function Summary({ view: { plan, routes, left } }: { view: RoutePlanView }) {
  const t = useTexts(routeBoardTexts);
  const say = useBilingual();
  const [again, setAgain] = useState(false);
  const waits = routes.length > 0 && routes.every(({ status }) => status === 'planned');
  return (
    <Card label={t('title')}>
      <Box className="lt-column">
        <Figures>
          <Figure name={t('stops')}>{plan.stops}</Figure>
          <Figure name={t('orders')}>{plan.orders}</Figure>
          <Figure name={t('crates')}>{`${plan.crates.ambient} / ${plan.crates.cold}`}</Figure>
          <Figure name={t('routesCount')}>{routes.length}</Figure>
        </Figures>
        {left.length > 0 && plan.status === 'planned' && (
          <Notice tone="yolk" icon="warning">
            <Box className="lt-column lt-column--tight">
              <Words className="lt-strong">{t('left')}</Words>
              <Box as="ul">
                {left.map(({ pickupPointId, name, why }) => (
                  <Box as="li" key={pickupPointId} className="lt-row lt-row--wrap">
                    <Words>{name ? say(name) : t('unknownPoint')}</Words>
                    <Words className="lt-small">{t(why)}</Words>
                  </Box>
                ))}
              </Box>
            </Box>
          </Notice>
        )}
        {waits && (
          <Box className="lt-row">
            <Button kind="secondary" icon="refresh" onTap={() => setAgain(true)}>
              {t('again')}
            </Button>
          </Box>
        )}
      </Box>
      {again && <PlanSheet plan={plan} onClose={() => setAgain(false)} />}
    </Card>
  );
}

function Routes({ view: { routes }, firstRoute }: BoardProps) {
  const t = useTexts(routeBoardTexts);
  const wide = useWide();
  const [chosen, setChosen] = useState(firstRoute);
  const shown = routes.find(({ routeId }) => routeId === chosen) ?? (wide ? routes[0] : undefined);
  const detail = shown && (
    <RouteDetail key={shown.routeId} routeId={shown.routeId} routes={routes} onShow={setChosen} />
  );
  return (
    <Split
      detailLabel={t('routes')}
      list={
        <Box as="ul" className="lt-column">
          {routes.map((route) => {
            const open = route.routeId === shown?.routeId;
            return (
              <Box as="li" key={route.routeId} className="lt-column">
                <RouteTile
                  route={route}
                  open={open}
                  onTap={() => setChosen(open && !wide ? undefined : route.routeId)}
                />
                {open && !wide && detail}
              </Box>
            );
          })}
        </Box>
      }
      detail={wide ? (detail ?? <EmptyState icon="truck" title={t('choose')} />) : null}
    />
  );
}

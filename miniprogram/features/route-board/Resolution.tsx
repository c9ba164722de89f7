import { type RouteCard } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type RouteId, type StopId } from '#shared/contracts/ids';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Notice } from '@/design/components/States';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { routeBoardTexts } from './texts';
import { useStop } from './useBoard';

type Plan = { routes: readonly RouteCard[]; onShow: (routeId: RouteId) => void };
type ResolutionProps = Plan & { resolution: NonNullable<StopView['resolution']>; orders: number };

/** What an operator decided about a failed visit. */
export function Resolution({ resolution, orders, ...plan }: ResolutionProps) {
  const t = useTexts(routeBoardTexts);
  const language = useLanguage();
  if (resolution.kind === 'second_try') return <SecondVisit stopId={resolution.stopId} {...plan} />;
  return (
    <Notice icon="back">
      <Box className="lt-column lt-column--tight">
        <Words>{t('sentBack', { moment: formatMoment(resolution.at, serverNow(), language), orders })}</Words>
        {resolution.note !== undefined && <Words className="lt-small">{resolution.note}</Words>}
      </Box>
    </Notice>
  );
}

/** Where the second visit went. It is read by itself: while planned it may have been moved to another route. */
function SecondVisit({ stopId, routes, onShow }: Plan & { stopId: StopId }) {
  const t = useTexts(routeBoardTexts);
  const language = useLanguage();
  return (
    <QueryState query={useStop(stopId)}>
      {({ routeId, courierName, status }) => {
        const route = routes.find((one) => one.routeId === routeId);
        return (
          <Notice icon="refresh" tone="sky">
            <Box className="lt-column lt-column--tight">
              <Words>{t('againBy', { name: courierName, status: t(status) })}</Words>
              {status === 'pending' && route && (
                <Words className="lt-small">
                  {t('departs', { moment: formatMoment(route.plannedDepartureAt, serverNow(), language) })}
                </Words>
              )}
              {route && (
                <Box className="lt-row">
                  <Button kind="secondary" size="small" icon="truck" onTap={() => onShow(routeId)}>
                    {t('toRoute')}
                  </Button>
                </Box>
              )}
            </Box>
          </Notice>
        );
      }}
    </QueryState>
  );
}

import { type CityId } from '#shared/contracts/ids';
import { Figure, Figures } from '@/blocks/operator/Figures';
import { FormedFigure } from '@/blocks/operator/FormedFigure';
import { SellingHead } from '@/blocks/operator/SellingHead';
import { useCityGroups } from '@/blocks/operator/useCityGroups';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { formatNearDate } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { operatorHomeTexts } from './texts';
import { toFailed } from './toFailed';
import { mostCounted, type Overview, useClaimsToDecide, useUnanswered } from './useOverview';

type SellingCardProps = { cityId: CityId; overview: Overview; onCutoff: () => void };

/** What is sold at this moment, and how much of it was bought. */
export function SellingCard({ cityId, overview, onCutoff }: SellingCardProps) {
  const t = useTexts(operatorHomeTexts);
  const groups = useCityGroups(cityId);
  const { cycle, next, books } = overview;
  return (
    <Card>
      <Box className="lt-column">
        <SellingHead cycle={cycle} next={next} onCutoff={onCutoff} />
        {books && (
          <Figures>
            <Figure name={t('orders')}>{books.orders['paid'] ?? 0}</Figure>
            <Figure name={t('unpaid')}>{books.orders['awaiting_payment'] ?? 0}</Figure>
            <Figure name={t('amount')}>{formatMoney(books.moneyAuthorised)}</Figure>
            {cycle && <FormedFigure groups={groups} cycleId={cycle.cycleId} />}
          </Figures>
        )}
      </Box>
    </Card>
  );
}

/** What was frozen last, and how it gets to the pickup points. */
export function BroughtCard({ overview: { consolidation, plan, routes } }: { overview: Overview }) {
  const t = useTexts(operatorHomeTexts);
  const language = useLanguage();
  if (!consolidation)
    return (
      <Card>
        <Words className="lt-soft">{t('nothingBrought')}</Words>
      </Card>
    );
  const { consolidationId, cycleId, pickupDate, version, weighedLinesOpen } = consolidation;
  const day = formatNearDate(pickupDate, serverNow(), language);
  const count = routes.waiting + routes.underWay + routes.finished;
  return (
    <Card flush>
      <Box className="lt-column operator-home__inside">
        <Box className="lt-column lt-column--tight">
          <Words as="h2" className="lt-head">
            {t('brought')}
          </Words>
          <Words className="lt-small lt-soft">{t('frozen', { day, version })}</Words>
        </Box>
        <Figures>
          <Figure name={t('delivered')}>{consolidation.orders}</Figure>
          <Figure name={t('formed')}>{consolidation.groupBuysFormed}</Figure>
          <Figure name={t('notFormed')}>{consolidation.groupBuysFailed}</Figure>
          <Figure name={t('refunded')}>{consolidation.failedOrders}</Figure>
        </Figures>
      </Box>
      <ListRow
        icon="receipt"
        title={t('toConsolidation')}
        {...(weighedLinesOpen > 0 ? { detail: t('weighing', { n: weighedLinesOpen }) } : {})}
        onTap={() => openPage('/operator/consolidation/index', { cycleId })}
      />
      <ListRow
        icon="truck"
        title={count > 0 ? t('routes', { n: count }) : t('noRoutes')}
        {...(count > 0
          ? { detail: t('routesDetail', routes) }
          : plan?.status === 'collecting'
            ? { detail: t('collecting') }
            : {})}
        onTap={() => openPage('/operator/routes/index', { consolidationId })}
      />
    </Card>
  );
}

/** Who waits for a decision. */
export function AttentionCard({ cityId, overview }: { cityId: CityId; overview: Overview }) {
  const t = useTexts(operatorHomeTexts);
  const discrepancies = useUnanswered(cityId);
  const claims = useClaimsToDecide(cityId);
  const counted = (n: number) => (n >= mostCounted ? t('many', { n: mostCounted }) : String(n));
  const { failed } = overview;
  const rows = [
    { key: 'failed', n: failed.n, icon: 'truck', page: '/operator/routes/index', query: toFailed(failed) },
    { key: 'late', n: overview.overdue, icon: 'clock', page: '/operator/city/index', query: {} },
    { key: 'claims', n: claims, icon: 'receipt', page: '/operator/claims/index', query: {} },
    {
      key: 'discrepancies',
      n: discrepancies,
      icon: 'warning',
      page: '/operator/city/index',
      query: {},
    },
    {
      key: 'waiting',
      n: overview.applications,
      icon: 'people',
      page: '/operator/applications/index',
      query: {},
    },
  ] as const;
  return (
    <Card flush label={t('attention')}>
      {rows.map(({ key, n, icon, page, query }) => (
        <ListRow
          key={key}
          icon={icon}
          title={t(key)}
          trailing={
            n === undefined ? undefined : (
              <Words className={n > 0 ? 'lt-strong lt-tomato' : 'lt-soft'}>{counted(n)}</Words>
            )
          }
          onTap={() => openPage(page, query)}
        />
      ))}
    </Card>
  );
}

import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { LeaderPage } from '@/blocks/leader/LeaderPage';
import { useLedPoint } from '@/client/ledPoint';
import { QueryState } from '@/client/QueryState';
import { EmptyState } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { useNow } from '@/platform/clock';
import { GroupBuys } from './GroupBuys';
import { GroupOrderCard } from './GroupOrderCard';
import { gathering, nextStep } from './nextStep';
import { NextStepCard } from './NextStepCard';
import { PickupCard } from './PickupCard';
import { LeaderWays } from './LeaderWays';
import { todayTexts } from './texts';
import { useToday } from './useToday';
import './today.scss';

function Today({ point }: { point: ManagedPickupPoint }) {
  const t = useTexts(todayTexts);
  const say = useBilingual();
  // Among several, the one chosen above says its name itself.
  const { points } = useLedPoint();
  const { query, groupOrders, stops, pickup } = useToday(point.pickupPointId);
  const now = useNow(30_000);
  const open = gathering(groupOrders, now);
  const under = groupOrders.find((one) => one !== open && one.status !== 'done');
  return (
    <Box className="today">
      <Box className="lt-column">
        {points.length === 1 && <Words className="lt-soft">{say(point.name)}</Words>}
        <QueryState query={query}>
          {() => (
            <>
              <NextStepCard step={nextStep({ stops, pickup, groupOrders, now })} now={now} />
              {open ? (
                <GroupOrderCard groupOrder={open} now={now} />
              ) : (
                groupOrders.length === 0 && (
                  <EmptyState icon="people" title={t('none')} detail={t('noneDetail')} />
                )
              )}
              {under && <GroupOrderCard groupOrder={under} now={now} />}
            </>
          )}
        </QueryState>
      </Box>
      <Box className="lt-column">
        <PickupCard pickup={pickup} />
        <LeaderWays pickup={pickup} />
        {open && <GroupBuys groupBuys={open.groupBuys} />}
      </Box>
    </Box>
  );
}

/** A leader's day on one screen: what to do now, how the group stands, and everything else one tap away. */
export function TodayScreen() {
  const t = useTexts(todayTexts);
  return (
    <LeaderPage title={t('title')} wide choosing>
      {(point) => <Today key={point.pickupPointId} point={point} />}
    </LeaderPage>
  );
}

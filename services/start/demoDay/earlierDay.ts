import { type Cycle } from '#shared/contracts/catalog/cycles';
import { type Log } from '#shared/kit/log/log';
import { demoPeople } from '../../identity/demo/people';
import { type MovableClock } from '../movableClock';
import { close, graceMinutes, orderAll } from './evening';
import { liveWholeDay } from './morning';
import { leadersArePaid, otherLeadersAsk } from './payouts';
import { demoPoint } from './shopping';
import { demoVisitors } from './visitors';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Orders at the pickup points of the first leaders. */
const ordersAt = [9, 6, 6];
/** The first of those who order, among the demo's people. */
const firstNeighbour = 200;
/** From cutoff to the late morning on which everything is collected. */
const toPickupMs = 12 * hourMs;
/** Until what is fresh can be withdrawn, and other goods cannot yet. */
const toPayoutMs = 6 * dayMs;

type EarlierDay = {
  readonly baseUrl: string;
  readonly clock: MovableClock;
  readonly log: Log;
  readonly cycle: Cycle;
};

/**
 * A day that is over: a few neighbours ordered and collected everything, and days later leaders were paid. So there is commission that
 * can be withdrawn, a payout on its way, one that waits for its approval, and an account to verify.
 */
export async function liveEarlierDay({ baseUrl, clock, log, cycle }: EarlierDay): Promise<void> {
  const { cycleId } = cycle;
  const cutoffMs = Date.parse(cycle.cutoffAt);
  const visitors = demoVisitors(baseUrl);
  const { items: offers } = await visitors.anybody.catalog.listOffers({
    query: { pickupPointId: demoPoint(1), limit: '100' },
  });
  const wishes = ordersAt.flatMap((orders, at) => Array.from({ length: orders }, () => at + 1));
  await orderAll(
    { visitors, clock, log, cycleId, offers },
    wishes.flatMap((point, n) => {
      const neighbour = demoPeople()[firstNeighbour + n];
      return neighbour ? [{ neighbour, point, own: true, n }] : [];
    }),
  );
  clock.moveTo(new Date(cutoffMs + graceMinutes * minuteMs));
  await close(baseUrl, cycleId);
  clock.moveTo(new Date(cutoffMs + toPickupMs));
  const points = ordersAt.map((_, at) => at + 1);
  await liveWholeDay({ visitors: demoVisitors(baseUrl), now: clock.now(), log }, points);
  clock.moveTo(new Date(cutoffMs + toPayoutMs));
  await leadersArePaid(demoVisitors(baseUrl), log);
  await otherLeadersAsk(demoVisitors(baseUrl), log);
}

import { randomUUID } from 'node:crypto';
import { type Cycle } from '../../../shared/contracts/catalog/cycles';
import { type ManagedPickupPoint } from '../../../shared/contracts/delivery/pickupPoints';
import { type CityId } from '../../../shared/contracts/ids';
import { isRefusal } from '../../../shared/kit/client/remoteProblem';
import { type Connection } from '../actors/connection';
import { Courier } from '../actors/courier';
import { Leader } from '../actors/leader';
import { Operator } from '../actors/operator';
import { newKey } from '../actors/person';
import { Shopper } from '../actors/shopper';
import { later } from '../actors/time';
import { each, waitFor } from '../actors/waiting';
import { count, type Narrator } from '../narrator';
import { type Pace } from './pace';
import { people, points as plan } from './places';
import { assignLeader, engageCourier, prepareCity, preparePoints, prepareWarehouse } from './prepareCity';
import { offerAll, prepareRange, scheduleCycle } from './prepareRange';
import { Record } from './record';
import { type Point } from './point';
import { type Stage } from './stage';

export type DaySettings = {
  readonly connection: Connection;
  readonly narrator: Narrator;
  readonly pace: Pace;
};

/** The operator gets everything ready; everybody signs in. */
export async function prepareDay(settings: DaySettings): Promise<Stage> {
  const { connection, narrator, pace } = settings;
  const operator = new Operator(connection);
  await operator.signInWithPassword(people.operator.username, people.operator.password);
  narrator.say(`The operator ${operator.name} signs in and opens the city for today.`);
  const cityId = await prepareCity(operator, pace.rules);
  const warehouse = await prepareWarehouse(operator, cityId);
  const managed = await preparePoints(operator, cityId);
  const skus = await prepareRange(operator);
  const couriers = await Promise.all(people.couriers.map((phone) => courier(operator, cityId, phone)));
  const leaders = await Promise.all(
    managed.map((point, at) => leader(operator, point, plan[at]?.leaderPhone)),
  );
  const neighbours = await signInAll(connection);
  const everybody = neighbours.flat().length;
  narrator.say(
    `${count(everybody, 'neighbour')}, ${count(leaders.length, 'leader')} and ${count(couriers.length, 'courier')} sign in: by WeChat, and by phone.`,
  );
  const cycle = await openWindow(operator, cityId, settings);
  const offers = await offerAll(operator, cycle, skus);
  const points = managed.map((point, at): Point => {
    const one = leaders[at];
    if (!one) throw new Error('a pickup point has no leader');
    const { pickupPointId, name } = point;
    return { pickupPointId, name: name.en, leader: one, neighbours: neighbours[at] ?? [] };
  });
  await narrator.wait('The cycle opens in', new Date(cycle.opensAt));
  const stage = { connection, narrator, operator, cityId, warehouse, couriers, cycle, offers };
  return {
    ...stage,
    record: new Record(),
    points: points as unknown as Stage['points'],
    pace,
  };
}

async function courier(operator: Operator, cityId: CityId, phone: string): Promise<Courier> {
  const one = new Courier(operator.connection);
  await one.signInWithPhone(phone, people.code);
  await engageCourier(operator, cityId, { accountId: one.accountId, displayName: one.name });
  return one;
}

/** A leader of the demo data takes the point over; without one a neighbour applies, and the operator agrees. */
async function leader(
  operator: Operator,
  point: ManagedPickupPoint,
  phone: string | undefined,
): Promise<Leader> {
  const one = new Leader(operator.connection);
  if (phone === undefined) {
    await signInWithWechat(one, 'demo-day-leader', people.shopperPhone(900));
    if (!one.account.roles.includes('leader')) {
      await becomeLeader(operator, one, point);
      return one;
    }
  } else await one.signInWithPhone(phone, people.code);
  await assignLeader(operator, point, one.accountId);
  return one;
}

async function becomeLeader(operator: Operator, one: Leader, point: ManagedPickupPoint): Promise<void> {
  const { applicationId } = await one.api.identity.applyAsLeader({
    body: {
      name: one.name,
      phone: one.account.phone ?? people.shopperPhone(900),
      cityId: point.cityId,
      pickupPointId: point.pickupPointId,
      place: point.name.zh,
      address: point.address,
      coldStorage: true,
    },
    idempotencyKey: newKey(),
  });
  const { pickupPointId } = point;
  await operator.api.identity.approveLeaderApplication({
    params: { applicationId },
    body: { pickupPointId },
  });
  await waitFor('the role and the point of a new leader', async () => {
    await one.renew();
    if (!(await one.api.identity.getMe()).roles.includes('leader')) return undefined;
    await one.renew();
    const { pickupPoints } = await one.api.delivery.listMyPickupPoints();
    return pickupPoints.find((mine) => mine.pickupPointId === pickupPointId);
  });
}

/** The neighbours of each point. Every third comes by WeChat, the others with the code sent to their phone. */
async function signInAll(connection: Connection): Promise<Shopper[][]> {
  const numbers = plan
    .flatMap(({ neighbours }) => Array.from({ length: neighbours }, () => 0))
    .map((_, at) => at);
  const all = await each(numbers, 6, async (at) => {
    const one = new Shopper(connection);
    if (at % 3 === 2) await signInWithWechat(one, `demo-day-${at}`, people.shopperPhone(at));
    else await one.signInWithPhone(people.shopperPhone(at), people.code);
    return one;
  });
  return plan.map(({ neighbours }) => all.splice(0, neighbours));
}

/** With codes of the sandbox's making, each good for one time. */
const signInWithWechat = (one: Shopper, openid: string, phone: string): Promise<void> =>
  one.signInWithWechat(`sandbox:${openid}:${randomUUID()}`, `sandbox-phone:${phone}:${randomUUID()}`);

/** The selling window; where that of an earlier day is still open, its cutoff is waited for. */
async function openWindow(
  operator: Operator,
  cityId: CityId,
  { pace, narrator }: DaySettings,
): Promise<Cycle> {
  return waitFor(
    'a free selling window',
    async () => {
      const opensAt = later(operator.connection.time.now(), pace.leadSeconds * 1000);
      const cutoffAt = later(opensAt, pace.presaleSeconds * 1000);
      try {
        return await scheduleCycle(operator, cityId, { opensAt, cutoffAt });
      } catch (error) {
        if (!isRefusal(error, 'ALREADY_EXISTS')) throw error;
        narrator.say('Another day is still open in this city: waiting for its cutoff …');
        return undefined;
      }
    },
    { seconds: 120, everyMs: 3_000 },
  );
}

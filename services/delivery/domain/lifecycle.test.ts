import { PickupStatus } from '#shared/contracts/delivery/pickupViews';
import { PlanStatus } from '#shared/contracts/delivery/planning';
import { RouteStatus, StopStatus } from '#shared/contracts/realtime';
import {
  begunRoutes,
  pickupCan,
  pickupTransitions,
  planTransitions,
  plansAtWork,
  routeTransitions,
  stopTransitions,
} from './lifecycle';

type Table = Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>>;

/** Statuses that can be reached from `first`. */
function reachedFrom(first: string, table: Table): Set<string> {
  const reached = new Set([first]);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const { from, to } of Object.values(table))
      if (to !== 'as it was' && from.some((status) => reached.has(status))) reached.add(to);
  }
  return reached;
}

test.each<[string, readonly string[], string, Table]>([
  ['plan', PlanStatus.options, 'collecting', planTransitions],
  ['route', RouteStatus.options, 'planned', routeTransitions],
  ['stop', StopStatus.options, 'pending', stopTransitions],
  ['pickup code', PickupStatus.options, 'waiting', pickupTransitions],
])('every status of a %s is reached by its table', (_, statuses, first, table) => {
  expect([...reachedFrom(first, table)].sort()).toEqual([...statuses].sort());
});

test('a code that was redeemed or ended allows nothing more', () => {
  const actions = Object.keys(pickupTransitions) as (keyof typeof pickupTransitions)[];
  for (const status of ['redeemed', 'void'] as const)
    expect(actions.filter((action) => pickupCan(action, status))).toEqual([]);
});

test('groups of statuses follow from the tables', () => {
  expect(begunRoutes).toEqual(['loading', 'under_way', 'finished']);
  expect(plansAtWork).toEqual(['collecting', 'planning']);
});

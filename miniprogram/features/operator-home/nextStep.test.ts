import { type Standing, nextStep } from './nextStep';

const calm: Standing = {
  cycle: { cycleId: 'cyc_1' } as never,
  next: undefined,
  consolidation: { weighedLinesOpen: 0 } as never,
  plan: { status: 'planned', stops: 4 } as never,
  routes: { waiting: 0, underWay: 2, finished: 1 },
  failed: { n: 0, route: undefined },
  applications: 0,
  overdue: 0,
};

test('goods that could not be delivered come before everything', () => {
  const plan = { status: 'to_plan', stops: 4 } as never;
  const failed = { n: 2, route: undefined };
  expect(nextStep({ ...calm, plan, failed, overdue: 2 })).toEqual({ kind: 'decide', n: 2 });
});

test('what holds up couriers comes before what can wait', () => {
  const plan = { status: 'to_plan', stops: 4 } as never;
  expect(nextStep({ ...calm, plan, applications: 3, overdue: 2 })).toEqual({ kind: 'plan_routes', n: 4 });
  const consolidation = { weighedLinesOpen: 5 } as never;
  expect(nextStep({ ...calm, consolidation, overdue: 2 })).toEqual({ kind: 'weigh', n: 5 });
});

test('neighbours who wait come before people who want to begin', () => {
  expect(nextStep({ ...calm, applications: 3, overdue: 2 }).kind).toBe('overdue');
  expect(nextStep({ ...calm, applications: 3 }).kind).toBe('applications');
});

test('without any cycle one is to be planned, otherwise the city is watched', () => {
  expect(nextStep({ ...calm, cycle: undefined }).kind).toBe('plan_cycle');
  expect(nextStep(calm)).toEqual({ kind: 'watch', n: 2 });
});

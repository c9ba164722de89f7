import fc from 'fast-check';
import { anId } from '../../../../tests/support/anId';
import { type CourierToPlan, planTours, type StopToPlan } from './planTours';
import { improveTour, type Work } from './improveTour';
import { tourProblem } from './tourProblem';

function run<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const pace = { metresPerMinute: 300, handoverMinutes: 6 };
const start = { lng: 120.15, lat: 30.28 };
const position = fc.record({
  lng: fc.double({ min: 119.9, max: 120.4, noNaN: true }),
  lat: fc.double({ min: 30.1, max: 30.5, noNaN: true }),
});
const stop = fc.record({
  position,
  crates: fc.integer({ min: 1, max: 12 }),
  cold: fc.boolean(),
  windows: fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 61, max: 900 }), fc.boolean())
    .map(([opens, closes, again]) => [{ opens, closes }, ...(again ? [{ opens: 960, closes: 1_020 }] : [])]),
});
const stops = (maxLength: number) =>
  fc
    .array(stop, { minLength: 1, maxLength })
    .map((list): StopToPlan[] => list.map((one, at) => ({ ...one, stopId: anId(`stp_${at}`) })));
const courier = fc.record({ crateCapacity: fc.integer({ min: 5, max: 80 }), coldCapable: fc.boolean() });
const couriers = fc
  .array(courier, { minLength: 1, maxLength: 8 })
  .map((list): CourierToPlan[] => list.map((one, at) => ({ ...one, accountId: anId(`acc_${at}`) })));

test('every stop is visited once, by a vehicle that can carry and cool it, or the plan is refused', () => {
  fc.assert(
    fc.property(stops(40), couriers, (list, fleet) => {
      let tours;
      try {
        tours = run(planTours(start, list, fleet, pace));
      } catch (error) {
        expect(error).toMatchObject({ code: 'CAPACITY_EXCEEDED' });
        return;
      }
      expect(tours.flatMap(({ stopIds }) => stopIds).sort()).toEqual(list.map(({ stopId }) => stopId).sort());
      for (const { courierAccountId, stopIds } of tours) {
        const vehicle = fleet.find(({ accountId }) => accountId === courierAccountId)!;
        const load = list.filter(({ stopId }) => stopIds.includes(stopId));
        expect(load.reduce((sum, { crates }) => sum + crates, 0)).toBeLessThanOrEqual(vehicle.crateCapacity);
        if (!vehicle.coldCapable) expect(load.some(({ cold }) => cold)).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

test('refuses only when room is short: with a quarter to spare a plan is always found', () => {
  fc.assert(
    fc.property(stops(40), fc.integer({ min: 1, max: 6 }), (list, count) => {
      const crates = list.reduce((sum, one) => sum + one.crates, 0);
      const crateCapacity = Math.ceil((crates * 1.25) / count) + 12;
      const fleet = Array.from({ length: count }, (_, at) => ({
        accountId: anId(`acc_${at}`),
        crateCapacity,
        coldCapable: true,
      }));
      expect(() => run(planTours(start, list, fleet, pace))).not.toThrow();
    }),
    { numRuns: 60 },
  );
});

test('a tour is a reordering that never costs more than the given order, and comes out the same each time', () => {
  fc.assert(
    fc.property(stops(25), (list) => {
      const problem = tourProblem(start, list, pace);
      const given = list.map((_, at) => at + 1);
      const tour = run(improveTour(problem, given, 200_000));
      expect([...tour].sort((a, b) => a - b)).toEqual(given);
      expect(problem.cost(tour)).toBeLessThanOrEqual(problem.cost(given) + 1e-6);
      expect(run(improveTour(problem, given, 200_000))).toEqual(tour);
    }),
    { numRuns: 60 },
  );
});

test('cold goods come first where that costs little, and a door that closes early is reached in time', () => {
  const at = (lng: number, more: Partial<StopToPlan>): StopToPlan => ({
    stopId: anId(`stp_${lng}`),
    position: { lng: start.lng + lng / 1000, lat: start.lat },
    crates: 1,
    cold: false,
    windows: [{ opens: 0, closes: 900 }],
    ...more,
  });
  const until = (closes: number) => ({ windows: [{ opens: 0, closes }] });
  const fleet = [{ accountId: anId('acc_1'), crateCapacity: 10, coldCapable: true }];
  const [cold] = run(planTours(start, [at(1, {}), at(-1, { cold: true })], fleet, pace));
  expect(cold?.stopIds).toEqual(['stp_-1', 'stp_1']);
  const [early] = run(planTours(start, [at(10, {}), at(50, until(30))], fleet, pace));
  expect(early?.stopIds[0]).toBe('stp_10');
  const [late] = run(planTours(start, [at(10, {}), at(40, until(18))], fleet, pace));
  expect(late?.stopIds[0]).toBe('stp_40');
});

test('a door that is closed at noon is visited before or after, never as if it were open all day', () => {
  const list = [5, 10, 15, 20].map((at): StopToPlan => ({
    stopId: anId(`stp_${at}`),
    position: { lng: start.lng + at / 1000, lat: start.lat },
    crates: 1,
    cold: false,
    windows: [{ opens: 0, closes: 900 }],
  }));
  // Along the way it would be the second, when it has just closed for hours in which the others close for the day.
  const siesta = { opens: 0, closes: 6 };
  const noon = list.map((one, at) => ({
    ...one,
    windows: at === 1 ? [siesta, { opens: 200, closes: 400 }] : [{ opens: 0, closes: 60 }],
  }));
  const fleet = [{ accountId: anId('acc_1'), crateCapacity: 10, coldCapable: true }];
  expect(run(planTours(start, list, fleet, pace))[0]?.stopIds).toEqual([
    'stp_5',
    'stp_10',
    'stp_15',
    'stp_20',
  ]);
  expect(run(planTours(start, noon, fleet, pace))[0]?.stopIds[0]).toBe('stp_10');
  // Where the others have time, nobody waits for hours in the middle of the tour either.
  const late = list.map((one, at) => (at === 1 ? { ...one, windows: [{ opens: 200, closes: 400 }] } : one));
  expect(run(planTours(start, late, fleet, pace))[0]?.stopIds.at(-1)).toBe('stp_10');
});

test('2,000 stops are planned in seconds, in slices that leave the process responsive', () => {
  const random = pseudoRandom(7);
  const list = Array.from({ length: 2_000 }, (_, at): StopToPlan => ({
    stopId: anId(`stp_${at}`),
    position: { lng: 119.9 + random() / 2, lat: 30.1 + random() * 0.4 },
    crates: 1 + Math.floor(random() * 8),
    cold: random() < 0.8,
    windows: [{ opens: 0, closes: 700 }],
  }));
  const fleet = Array.from({ length: 60 }, (_, at) => ({
    accountId: anId(`acc_${at}`),
    crateCapacity: 200,
    coldCapable: at % 4 !== 3,
  }));
  const begin = process.cpuUsage();
  let slices = 0;
  const work = planTours(start, list, fleet, pace);
  while (!work.next().done) slices += 1;
  // The machine's own time, since others may share it: a second alone, several where modules are run by a test runner.
  expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(20);
  expect(slices).toBeGreaterThan(2_000);
});

/** Mulberry32: the same numbers at each run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

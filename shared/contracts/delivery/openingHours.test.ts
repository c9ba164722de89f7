import { fleetApi } from './fleet';
import { pickupPointsApi } from './pickupPoints';

const { openingHours } = pickupPointsApi.createPickupPoint.body.shape;
const windows = (...hours: string[]) => hours.map((one) => ({ from: one.slice(0, 5), to: one.slice(6) }));

test.each([
  ['08:00-21:00'],
  ['08:00-12:00', '16:00-24:00'],
  ['20:00-02:00'],
  ['00:00-24:00'],
  ['08:00-12:00', '12:00-18:00'],
])('takes %s %s', (...hours) => {
  expect(openingHours.safeParse(windows(...hours)).success).toBe(true);
});

test.each([
  ['24:30-24:59'],
  ['08:00-24:30'],
  ['10:00-10:00'],
  ['24:00-06:00'],
  ['08:00-12:00', '11:00-18:00'],
  ['20:00-02:00', '01:00-05:00'],
])('refuses %s %s', (...hours) => {
  expect(openingHours.safeParse(windows(...hours)).success).toBe(false);
});

test.each([
  ['06:30-18:00', true],
  ['20:00-04:00', true],
  ['16:00-24:00', true],
  ['16:00-24:30', false],
  ['24:00-06:00', false],
  ['08:00-08:00', false],
])('a shift of %s: %s', (hours, possible) => {
  const { shift } = fleetApi.putCourier.body.shape;
  expect(shift.safeParse(windows(hours)[0]).success).toBe(possible);
});

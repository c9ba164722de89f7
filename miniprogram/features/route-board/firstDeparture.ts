import { cityInstant } from '@/design/format/date';

const stepMs = 5 * 60_000;

/** The next moment that people name: in steps of five minutes. */
export const soon = (now: number): number => Math.ceil(now / stepMs) * stepMs;

/** When the first courier could leave: at the earliest shift of the pickup day, or in a moment when that has passed. */
export const firstDeparture = (
  pickupDate: string,
  couriers: readonly { readonly shift: { readonly from: string } }[],
  now: number,
): number => {
  const [earliest = '08:00'] = couriers.map(({ shift }) => shift.from).sort();
  const begins = Date.parse(cityInstant(pickupDate, earliest) ?? '');
  return begins > now ? begins : soon(now);
};

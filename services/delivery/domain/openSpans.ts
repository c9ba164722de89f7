import { type Hours } from '#shared/contracts/delivery/hours';
import { daysAfter, instantOf } from './cityTime';
import { later } from './happenedAt';

/** From one instant to another in which a door is open. */
export type OpenSpan = { readonly from: Date; readonly to: Date };

/**
 * When a place is open on a day of its city: from midnight on, with what reaches into it from the day before, to the end of what begins
 * on it, which may be on the day after. In order, none touching another; the zone's clock may be put on or back in between.
 */
export function openSpans(hours: readonly Hours[], date: string, timeZone: string): readonly OpenSpan[] {
  const spanOn =
    (days: number) =>
    ({ from, to }: Hours): OpenSpan => ({
      from: instantOf(daysAfter(date, days), from, timeZone),
      to: instantOf(daysAfter(date, to > from ? days : days + 1), to, timeZone),
    });
  const midnight = instantOf(date, '00:00', timeZone);
  const yesterday = hours.map(spanOn(-1)).map(({ from, to }) => ({ from: later(from, midnight), to }));
  return joined([...yesterday, ...hours.map(spanOn(0))].filter(({ from, to }) => to > from));
}

/** Overlapping and touching spans as one each. */
function joined(spans: readonly OpenSpan[]): readonly OpenSpan[] {
  const whole: OpenSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = whole.at(-1);
    if (last && span.from <= last.to)
      whole[whole.length - 1] = { from: last.from, to: later(last.to, span.to) };
    else whole.push(span);
  }
  return whole;
}

/** When somebody who comes at `at` finds it open: then, or when it opens next; after the last closing, or of unknown hours, `at`. */
export function openFrom(spans: readonly OpenSpan[], at: Date): Date {
  const next = spans.find(({ to }) => to >= at);
  return next ? later(next.from, at) : at;
}

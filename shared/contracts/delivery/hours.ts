/** Times of day in city time, `20:00`; one that ends before it begins goes over midnight. */
export type Hours = { readonly from: string; readonly to: string };

const dayMinutes = 24 * 60;
const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Whether a clock can show it: it begins within the day, ends by 24:00 and is not empty. */
export const areHoursPossible = ({ from, to }: Hours): boolean =>
  from !== to && minutesOf(from) < dayMinutes && minutesOf(to) <= dayMinutes;

/** Whether each is possible and none overlaps another, also that of the next day. */
export const isDayPossible = (day: readonly Hours[]): boolean => {
  const spans = day
    .map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }))
    .flatMap(({ from, to }) =>
      to > from
        ? [{ from, to }]
        : [
            { from, to: dayMinutes },
            { from: 0, to },
          ],
    )
    .sort((a, b) => a.from - b.from);
  return day.every(areHoursPossible) && spans.every(({ from }, at) => from >= (spans[at - 1]?.to ?? 0));
};

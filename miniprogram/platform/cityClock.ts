import { create } from 'zustand';
import { persisted } from './persisted';

/** From `from` on, a city's clocks are so many minutes ahead of UTC. */
type UtcOffset = { readonly from: string; readonly minutes: number };
type Offsets = readonly UtcOffset[];

const isOffset = (value: unknown): value is UtcOffset =>
  typeof value === 'object' && value !== null && 'from' in value && 'minutes' in value;
const isOffsets = (value: unknown): value is Offsets => Array.isArray(value) && value.every(isOffset);
const kept = persisted<Offsets>('city-clock', 1, isOffsets);

/**
 * The clock by which the screen tells time: that of the city that is looked at. Like the language there is one for the whole app,
 * as somebody looks at one city at a time; so nothing that shows a time needs to be handed a zone. It is kept on the device, to be
 * right without a signal. Mini programs know no time zones: the services say what a city's zone means.
 */
const useClock = create<{ offsets: Offsets }>(() => ({ offsets: kept.read() ?? [] }));

let own = useClock.getState().offsets;
let visit: { readonly offsets: Offsets } | undefined;

const follow = (): void => {
  const { offsets } = visit ?? { offsets: own };
  if (JSON.stringify(offsets) === JSON.stringify(useClock.getState().offsets)) return;
  kept.write(offsets);
  useClock.setState({ offsets });
};

/** Tells time as in the city where one shops, unless another one is visited. */
export const setOwnClock = (offsets: Offsets): void => {
  own = offsets;
  follow();
};

/** Tells time as in a city whose work is looked at, until the function that it gives is called; `onTold` hears that it does. */
export const visitClock = (offsets: Offsets, onTold: () => void): (() => void) => {
  const mine = { offsets };
  visit = mine;
  follow();
  onTold();
  return () => {
    // The next page may have come before this one went.
    if (visit !== mine) return;
    visit = undefined;
    follow();
  };
};

/** Renders anew when the clock becomes another one. */
export const useCityClock = (): void => void useClock();

const minuteMs = 60_000;

/** How far the city's clock is ahead of UTC at an instant; before any city is known, the phone's own clock is the best guess. */
export const cityOffsetMs = (instant: number): number => {
  const { offsets } = useClock.getState();
  const current = offsets.filter(({ from }) => Date.parse(from) <= instant).at(-1) ?? offsets[0];
  return (current?.minutes ?? -new Date(instant).getTimezoneOffset()) * minuteMs;
};

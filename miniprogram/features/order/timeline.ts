import { type OrderStatus } from '#shared/contracts/events/orders';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type TimelineStep } from '@/design/components/Timeline';

/** The way of an order that goes well. */
const way: readonly OrderStatus[] = [
  'awaiting_payment',
  'paid',
  'consolidated',
  'in_transit',
  'ready',
  'collected',
];

type Words = {
  readonly name: (status: OrderStatus) => string;
  /** What to call it that the order was placed, once it no longer waits to be paid. */
  readonly placed: string;
  readonly moment: (instant: string) => string;
};

/** What has happened with its time, what is now, and what is still to come; an order that ended early shows where. */
export const timelineOf = (
  { status, timeline }: Pick<OrderView, 'status' | 'timeline'>,
  { name, placed, moment }: Words,
): TimelineStep[] => {
  const happened = timeline.map(({ status: at, at: instant }, index): TimelineStep => {
    const last = index === timeline.length - 1;
    const bad = ['expired', 'cancelled', 'failed'].includes(at);
    const ended = ['collected', 'closed'].includes(at);
    return {
      key: `${at}${index}`,
      title: at === 'awaiting_payment' && !last ? placed : name(at),
      detail: moment(instant),
      state: bad ? 'failed' : last && !ended ? 'now' : 'done',
    };
  });
  const reached = way.indexOf(status);
  const coming = reached < 0 ? [] : way.slice(reached + 1);
  return [
    ...happened,
    ...coming.map((next): TimelineStep => ({ key: next, title: name(next), state: 'todo' })),
  ];
};

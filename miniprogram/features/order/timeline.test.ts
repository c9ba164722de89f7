import { timelineOf } from './timeline';

const words = { name: (status: string) => status, placed: 'placed', moment: (instant: string) => instant };
const states = (...of: Parameters<typeof timelineOf>) =>
  timelineOf(...of).map(({ title, state }) => `${title} ${state}`);

test('what happened, what is now, what comes', () => {
  const timeline = [
    { status: 'awaiting_payment' as const, at: '1' },
    { status: 'paid' as const, at: '2' },
  ];
  expect(states({ status: 'paid', timeline }, words)).toEqual([
    'placed done',
    'paid now',
    'consolidated todo',
    'in_transit todo',
    'ready todo',
    'collected todo',
  ]);
});

test('an order that ended early has nothing to come', () => {
  const timeline = [
    { status: 'awaiting_payment' as const, at: '1' },
    { status: 'expired' as const, at: '2' },
  ];
  expect(states({ status: 'expired', timeline }, words)).toEqual(['placed done', 'expired failed']);
});

test('a collected order is done', () => {
  expect(states({ status: 'collected', timeline: [{ status: 'collected', at: '1' }] }, words)).toEqual([
    'collected done',
  ]);
});

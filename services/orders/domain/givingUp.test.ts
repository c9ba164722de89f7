import { PaymentId } from '#shared/contracts/ids';
import { canBeSetAside, givingUp, type PaymentAttempt, type PaymentOutcome } from './payment';

const begun = {
  paymentId: PaymentId.parse('pay_1'),
  provider: 'alipay',
  fingerprint: 'same',
  wish: { method: 'alipay', host: 'phone_browser' },
  begunAt: new Date('2026-03-01T10:00:00.000Z'),
} as const satisfies Partial<PaymentAttempt>;
const open = { ...begun, state: 'open', intentId: 'pay_1', step: { kind: 'none' } } as const;
const untold: PaymentAttempt = { ...begun, state: 'asked' };
const page: PaymentOutcome = { kind: 'waiting', pageOnly: true };
const somebodyIsThere: PaymentOutcome = { kind: 'waiting' };

/** Whether an attempt can be set aside after its provider said this of it, one after the other. */
const after = (first: PaymentAttempt, ...outcomes: readonly PaymentOutcome[]): boolean =>
  canBeSetAside(
    outcomes.reduce<PaymentAttempt>(
      (attempt, outcome) => ({ ...begun, ...givingUp(attempt, outcome) }),
      first,
    ),
  );

test('being given up, an attempt can be set aside as long as nobody can be paying it', () => {
  expect(after(untold, somebodyIsThere)).toBe(true);
  expect(after(untold, somebodyIsThere, somebodyIsThere)).toBe(true);
  expect(after(open, page)).toBe(true);
  expect(after(open, page, page)).toBe(true);
});

test('and no more once somebody came to its page', () => {
  expect(after(open, somebodyIsThere)).toBe(false);
  expect(after({ ...open, pageOnly: true }, somebodyIsThere)).toBe(false);
  expect(after(open, page, somebodyIsThere)).toBe(false);
  expect(after(open, page, { kind: 'declined', declineCode: 'refused' })).toBe(false);
});

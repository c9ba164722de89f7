import fc from 'fast-check';
import { AccountId, type CityId, type PayoutId } from '#shared/contracts/ids';
import { approve, begin, PayoutActionNotAllowed, recordPaid, recordReturned, recordSent } from './lifecycle';
import { type VerifiedPayee } from './payee';
import { type Payout } from './payout';
import { entriesOfPayout } from './payoutEntries';

const leader = AccountId.parse('acc_leader');
const operator = AccountId.parse('acc_operator');
const at = new Date('2026-03-01T00:00:00.000Z');

const payee = (kind: 'bank_card' | 'stripe_account'): VerifiedPayee => ({
  accountId: leader,
  cityId: 'cit_1' as CityId,
  details:
    kind === 'bank_card'
      ? { kind, holder: '王', bank: '招商银行', number: '6222020200112233445' }
      : { kind, holder: '王', number: 'acct_1' },
  ...{ changedAt: at, version: 2, state: 'verified', verified: { by: operator, at } },
});

const fresh = aPayout();

function aPayout(): Payout {
  return {
    id: 'pyt_1' as PayoutId,
    accountId: leader,
    cityId: 'cit_1' as CityId,
    ...{ number: 1, fen: 1_000, askedBy: 'leader', askedAt: at, day: '2026-03-01', coversUntil: at },
    ...{ status: 'due', failed: [], version: 1 },
  };
}

const actions: Readonly<Record<string, (payout: Payout) => Payout>> = {
  approve: (payout) => approve(payout, operator, at),
  beginAtBank: (payout) => begin(payout, { payee: payee('bank_card'), fen: payout.fen, at }),
  beginWithLess: (payout) =>
    begin(payout, { payee: payee('stripe_account'), fen: Math.max(1, payout.fen - 10), at }),
  send: (payout) => recordSent(payout, at, 'tr_1'),
  pay: (payout) => recordPaid(payout, at),
  return: (payout) => recordReturned(payout, 'closed', at),
};

const sums = (payout: Payout) => {
  const balances = new Map<string, number>();
  for (const { postings } of entriesOfPayout(payout))
    for (const { account, fen } of postings) balances.set(account, (balances.get(account) ?? 0) + fen);
  return balances;
};

test('whatever is tried in whatever order, the money is in one place, and what is refused changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.keys(actions)), { maxLength: 40 }), (tried) => {
      let payout: Payout = { ...fresh };
      for (const name of tried) {
        const seen = payout;
        const before = structuredClone(payout);
        const causes = entriesOfPayout(payout).map(({ cause }) => cause);
        try {
          const next = actions[name]!(payout);
          expect(next.version).toBeGreaterThanOrEqual(payout.version);
          payout = next;
        } catch (error) {
          if (!(error instanceof PayoutActionNotAllowed)) throw error;
        }
        expect(seen).toEqual(before);
        // The ledger is only ever added to.
        expect(entriesOfPayout(payout).map(({ cause }) => cause)).toEqual(expect.arrayContaining(causes));
        const balances = sums(payout);
        const moved = payout.current?.fen ?? 0;
        expect([...balances.values()].reduce((sum, fen) => sum + fen, 0)).toBe(0);
        expect(balances.get('leader:acc_leader') ?? 0).toBe(payout.status === 'due' ? 0 : -moved);
        expect(balances.get('payout:acc_leader') ?? 0).toBe(payout.status === 'sent' ? moved : 0);
        expect(payout.fen).toBeLessThanOrEqual(fresh.fen);
      }
    }),
  );
});

test('who is paid does not approve it', () => {
  expect(() => approve(fresh, leader, at)).toThrow(
    expect.objectContaining({ code: 'PAYOUT_IS_OWN' }) as Error,
  );
});

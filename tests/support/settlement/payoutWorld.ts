import { defaultCityRules } from '../../../shared/contracts/cityRules';
import { AccountId, type CityId, type OrderId } from '../../../shared/contracts/ids';
import { createLog } from '../../../shared/kit/log/log';
import { ensureIndexes } from '../../../shared/kit/mongo/indexes';
import { type PayoutTransport } from '../../../services/settlement/clients/payoutTransport';
import {
  commissionExpense,
  leaderAccount,
  type LedgerAccount,
} from '../../../services/settlement/domain/ledger/account';
import { type PayeeDetails } from '../../../services/settlement/domain/payouts/payee';
import { openStores } from '../../../services/settlement/storage/stores';
import { type SettlementDeps } from '../../../services/settlement/usecases/deps';
import { reviewPayee } from '../../../services/settlement/usecases/payouts/reviewPayee';
import { setPayee } from '../../../services/settlement/usecases/payouts/setPayee';
import { testDatabase } from '../database';

const cityId = 'cit_1' as CityId;
export const operator = AccountId.parse('acc_operator');
export const card: PayeeDetails = {
  kind: 'bank_card',
  holder: '王小美',
  bank: '招商银行',
  number: '6222020200112233445',
};
export const stripeAccount: PayeeDetails = {
  kind: 'stripe_account',
  holder: '王小美',
  number: 'acct_leader1',
};

/** What payouts work with on a database of their own, with a clock that tests move, and leaders who earn. */
export async function payoutWorld(transports: { readonly stripe?: PayoutTransport } = {}) {
  const { connection } = await testDatabase('settlement-payouts', { monitorCommands: true, emptied: true });
  const { kept } = openStores(connection);
  await ensureIndexes(connection);
  let at = new Date('2026-03-03T04:00:00.000Z');
  let leaders = 0;
  let orders = 0;
  const rules = { ...defaultCityRules };
  const deps: Omit<SettlementDeps, 'statements'> = {
    ...kept,
    now: () => at,
    log: createLog({ service: 'test', level: 'silent' }),
    cityOf: () => Promise.resolve({ timeZone: 'Asia/Shanghai', rules }),
    transports,
  };

  const earn = async (accountId: AccountId, fen: number, withdrawableFrom = at): Promise<void> => {
    orders += 1;
    await kept.ledger.post([
      {
        cause: `commission:ord_${orders}/l1/0`,
        kind: fen < 0 ? 'commission_reversal' : 'commission_accrual',
        ...{ day: '2026-03-01', at, cityId },
        about: { orderId: `ord_${orders}` as OrderId, lineId: 'l1' as never },
        postings: [
          { account: commissionExpense, fen: -fen },
          { account: leaderAccount(accountId), fen },
        ],
        commission: {
          leaderAccountId: accountId,
          ...{ fen, baseFen: Math.abs(fen) * 10, basisPoints: 1_000, withdrawableFrom },
        },
      },
    ]);
  };

  return {
    connection,
    deps,
    rules,
    earn,
    passes: (ms: number) => {
      at = new Date(at.getTime() + ms);
    },
    /** A leader who earned so much and is paid there, verified unless told. */
    async leader(fen: number, details: PayeeDetails = card, verified = true): Promise<AccountId> {
      leaders += 1;
      const accountId = AccountId.parse(`acc_leader${leaders}`);
      await earn(accountId, fen);
      const { version } = await setPayee(deps, { accountId }, details);
      if (verified) await reviewPayee(deps, { accountId, by: operator, version });
      return accountId;
    },
    balance: (account: LedgerAccount) => kept.ledger.balance(account),
  };
}

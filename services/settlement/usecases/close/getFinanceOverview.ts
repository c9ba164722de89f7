import {
  PaymentProviderName as Providers,
  type PaymentProviderName,
} from '#shared/contracts/orders/paymentViews';
import { type DayClose } from '../../domain/close/dayClose';
import { dayAfter, providerDayOf } from '../../domain/close/providerDay';
import { providerAccount, providerFees } from '../../domain/ledger/account';
import { type AccountSum } from '../../storage/ledger/ledgerStore';
import { type SettlementDeps } from '../deps';

export type FinanceFigures = {
  readonly days: readonly {
    readonly day: string;
    readonly movedFen: number;
    readonly feeFen: number;
    /** Of days that were compared. */
    readonly takenFen?: number;
    readonly returnedFen?: number;
  }[];
  readonly providers: readonly {
    readonly provider: PaymentProviderName;
    readonly balanceFen: number;
    readonly open: number;
  }[];
  /** Those of the platform, and those of people, kind by kind. */
  readonly accounts: readonly AccountSum[];
  readonly openDifferences: number;
};

const daysShown = 7;

/** Where the money stands, from the sums of the ledger. */
export async function getFinanceOverview({
  ledger,
  differences,
  dayCloses,
  now,
}: Pick<SettlementDeps, 'ledger' | 'differences' | 'dayCloses' | 'now'>): Promise<FinanceFigures> {
  const today = providerDayOf(now());
  const days = Array.from({ length: daysShown }, (_, before) => dayAfter(today, -before));
  const [accounts, closes, openDifferences, fees, ...providers] = await Promise.all([
    ledger.accounts(),
    dayCloses.since(dayAfter(today, 1 - daysShown)),
    differences.countOpen(),
    ledger.days(providerFees, dayAfter(today, 1 - daysShown), today),
    ...Providers.options.map(async (provider) => {
      const account = providerAccount(provider);
      const [balance, moved, open] = await Promise.all([
        ledger.balance(account),
        ledger.days(account, dayAfter(today, 1 - daysShown), today),
        differences.countOpen(provider),
      ]);
      return { provider, balanceFen: 0 - balance, open, moved };
    }),
  ]);
  const on = (sums: readonly { day: string; fen: number }[], day: string) =>
    sums.find((one) => one.day === day)?.fen ?? 0;
  return {
    days: days.map((day) => ({
      day,
      movedFen: 0 - providers.reduce((sum, { moved }) => sum + on(moved, day), 0),
      feeFen: 0 - on(fees, day),
      ...takenOn(closes, day),
    })),
    providers,
    accounts,
    openDifferences,
  };
}

function takenOn(closes: readonly DayClose[], day: string) {
  const compared = closes.filter((close) => close.day === day && close.comparedAt !== undefined);
  if (compared.length === 0) return {};
  const sum = (of: 'takenFen' | 'returnedFen') => compared.reduce((total, { ours }) => total + ours[of], 0);
  return { takenFen: sum('takenFen'), returnedFen: sum('returnedFen') };
}

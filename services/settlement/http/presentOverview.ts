import { type SignedMoney } from '#shared/contracts/money';
import { type FinanceOverview } from '#shared/contracts/settlement/close';
import { type FinanceFigures } from '../usecases/close/getFinanceOverview';

const signed = (fen: number): SignedMoney => ({ amount: fen, currency: 'CNY' });

const isOwn = (account: string): boolean => account.startsWith('platform:') || account.startsWith('bank:');

export function presentOverview({
  days,
  providers,
  accounts,
  openDifferences,
}: FinanceFigures): FinanceOverview {
  const shown = accounts
    .filter(({ account, fen }) => !account.startsWith('provider:') && fen !== 0)
    .map(({ account, fen }) => ({ account, balance: signed(fen) }));
  return {
    days: days.map(({ day, movedFen, feeFen, takenFen, returnedFen }) => ({
      ...{ day, moved: signed(movedFen), fees: signed(feeFen) },
      taken: takenFen === undefined ? undefined : signed(takenFen),
      returned: returnedFen === undefined ? undefined : signed(returnedFen),
    })),
    providers: providers.map(({ provider, balanceFen, open }) => ({
      ...{ provider, open },
      balance: signed(balanceFen),
    })),
    owed: shown.filter(({ account }) => !isOwn(account)),
    own: shown.filter(({ account }) => isOwn(account)),
    openDifferences,
  };
}

import { type FinanceOverview } from '#shared/contracts/settlement/close';
import { cny } from '#shared/kit/money';
import { type FinanceFigures } from '../usecases/close/getFinanceOverview';

const isOwn = (account: string): boolean => account.startsWith('platform:') || account.startsWith('bank:');

export function presentOverview({
  days,
  providers,
  accounts,
  openDifferences,
}: FinanceFigures): FinanceOverview {
  const shown = accounts
    .filter(({ account, fen }) => !account.startsWith('provider:') && fen !== 0)
    .map(({ account, fen }) => ({ account, balance: cny(fen) }));
  return {
    days: days.map(({ day, movedFen, feeFen, takenFen, returnedFen }) => ({
      ...{ day, moved: cny(movedFen), fees: cny(feeFen) },
      taken: takenFen === undefined ? undefined : cny(takenFen),
      returned: returnedFen === undefined ? undefined : cny(returnedFen),
    })),
    providers: providers.map(({ provider, balanceFen, open }) => ({
      ...{ provider, open },
      balance: cny(balanceFen),
    })),
    owed: shown.filter(({ account }) => !isOwn(account)),
    own: shown.filter(({ account }) => isOwn(account)),
    openDifferences,
  };
}

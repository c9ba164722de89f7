import { commissionExpense } from './account';

type AccountSum = { readonly account: string; readonly fen: number };
export type Check = { readonly name: string; readonly holds: boolean; readonly detail: string };

/** What orders say of the orders of a cycle, in fen. */
export type OrdersSay = {
  readonly capturedFen: number;
  readonly returnedFen: number;
  readonly commissionFen: number;
};

/** What the ledger says of a cycle against what orders say. */
export function checksOfCycle(accounts: readonly AccountSum[], says: OrdersSay): Check[] {
  const sum = (isMeant: (account: string) => boolean) =>
    accounts.reduce((total, { account, fen }) => (isMeant(account) ? total + fen : total), 0);
  const whole = sum(() => true);
  const lies = -sum((account) => account.startsWith('provider:'));
  const kept = says.capturedFen - says.returnedFen;
  const posted = -sum((account) => account === commissionExpense);
  return [
    { name: 'ledger_sums_to_zero', holds: whole === 0, detail: `sum of all accounts: ${whole}` },
    {
      name: 'providers_keep_what_orders_say',
      holds: lies === kept,
      detail: `with providers ${lies}; by the orders ${says.capturedFen} taken - ${says.returnedFen} returned = ${kept}`,
    },
    {
      name: 'commission_is_what_orders_say',
      holds: posted === says.commissionFen,
      detail: `posted ${posted}, by the orders ${says.commissionFen}`,
    },
  ];
}

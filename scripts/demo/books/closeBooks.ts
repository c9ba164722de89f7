import { type CycleBooks, type CycleLedger } from '../actors/operator';
import { waitFor } from '../actors/waiting';
import { type Stage } from '../day/stage';
import { yuan } from '../narrator';
import { bookChecks, type Check, check, ledgerCheck, moneyChecks, orderChecks } from './checks';
import { readStripeBooks, type StripeAccess } from './stripeBooks';

/** Reads all books of the day, prints them, and says what balances. */
export async function closeBooks(stage: Stage, stripe: StripeAccess | undefined): Promise<readonly Check[]> {
  const { operator, cycle, record, narrator } = stage;
  const { books, ledger } = await settledBooks(stage);
  const stock = await operator.stockBooks(cycle.cycleId);
  const trial = await operator.trialBalance();
  const checks: Check[] = [
    ...orderChecks(record.orders, books),
    ...books.checks,
    ...ledger.checks,
    ...bookChecks(books, ledger),
    check(
      'stock: initial + adjusted = available + held + sold',
      stock.balanced && stock.totals.difference === 0,
      `difference ${stock.totals.difference}`,
    ),
    check('no stock is held any more', stock.totals.held === 0, `${stock.totals.held} held`),
    ledgerCheck(trial),
    await commissionCheck(stage, ledger),
  ];
  if (stripe) {
    const ids = new Set(record.orders.map(({ orderId }) => orderId));
    checks.push(...moneyChecks(books, await readStripeBooks(stripe, ids, new Date(cycle.opensAt))));
  } else
    narrator.say(
      'The books of Stripe cannot be read from here (set DATA_DIR to the data folder of that start): the money is checked without them.',
    );
  print(stage, { books, ledger, stock: stock.totals });
  return checks;
}

type Books = { readonly books: CycleBooks; readonly ledger: CycleLedger };

/** The books once no refund is under way and every commission is posted. */
function settledBooks({ operator, cycle, record }: Stage): Promise<Books> {
  const collected = record.orders.filter(({ ends }) => ends === 'collected').length;
  let latest: Books | undefined;
  const settled = async () => {
    const [books, ledger] = await Promise.all([
      operator.books(cycle.cycleId),
      operator.ledgerOf(cycle.cycleId),
    ]);
    latest = { books, ledger };
    const done =
      books.refundsPending.amount === 0 &&
      books.orders['collected'] === collected &&
      [...books.checks, ...ledger.checks, ...bookChecks(books, ledger)].every(({ holds }) => holds);
    return done ? latest : undefined;
  };
  // Books that never settle are shown as they are: the checks say what is wrong.
  return waitFor('settled books', settled, { seconds: 25, everyMs: 500 }).catch((error: unknown) => {
    if (latest) return latest;
    throw error;
  });
}

/** What the leaders see in their own accounts is what the ledger says of the cycle. */
async function commissionCheck({ points, record }: Stage, ledger: CycleLedger): Promise<Check> {
  const ours = new Set<string>(record.orders.map(({ orderId }) => orderId));
  const leaders = [...new Set(points.map(({ leader }) => leader))];
  const entries = (await Promise.all(leaders.map((leader) => leader.commissions()))).flat();
  const sum = entries
    .filter(({ orderId }) => ours.has(orderId))
    .reduce((total, { amount }) => total + amount.amount, 0);
  const accrued = ledger.commission.amount;
  return check(
    'commissions of the leaders, here and in the ledger',
    sum === accrued,
    `${yuan(sum)} and ${yuan(accrued)}`,
  );
}

type Stock = { initial: number; adjusted: number; available: number; held: number; sold: number };

function print({ narrator }: Stage, { books, ledger, stock }: Books & { readonly stock: Stock }): void {
  const states = Object.entries(books.orders).filter(([, number]) => number > 0);
  narrator.say(
    `Orders       ${states.map(([status, number]) => `${number} ${status.replaceAll('_', ' ')}`).join(', ')}`,
  );
  narrator.say(`Money in     ${yuan(books.moneyCaptured)} (authorised ${yuan(books.moneyAuthorised)})`);
  narrator.say(`Money back   ${yuan(books.moneyRefunded)}, on its way ${yuan(books.refundsPending)}`);
  narrator.say(`Money kept   ${yuan(books.moneyKept)} for goods and fees of ${yuan(books.goodsAndFees)}`);
  narrator.say(`Commission   ${yuan(ledger.commission)}`);
  narrator.say(
    `Ledger       ${ledger.accounts.map(({ account, balance }) => `${account} ${yuan(balance)}`).join(', ')}`,
  );
  narrator.say(
    `Stock        ${stock.initial} units at first, ${stock.sold} sold, ${stock.available} left, ${stock.held} held`,
  );
}

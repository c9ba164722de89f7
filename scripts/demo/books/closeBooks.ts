import { type CycleBooks } from '../actors/operator';
import { waitFor } from '../actors/waiting';
import { type Stage } from '../day/stage';
import { yuan } from '../narrator';
import { type Check, check, ledgerCheck, moneyChecks, orderChecks } from './checks';
import { readStripeBooks, type StripeAccess } from './stripeBooks';

/** Reads all books of the day, prints them, and says what balances. */
export async function closeBooks(stage: Stage, stripe: StripeAccess | undefined): Promise<readonly Check[]> {
  const { operator, cycle, record, narrator } = stage;
  const books = await settledBooks(stage);
  const stock = await operator.stockBooks(cycle.cycleId);
  const trial = await operator.trialBalance();
  const checks: Check[] = [
    ...orderChecks(record.orders, books),
    ...books.checks,
    check(
      'stock: initial + adjusted = available + held + sold',
      stock.balanced && stock.totals.difference === 0,
      `difference ${stock.totals.difference}`,
    ),
    check('no stock is held any more', stock.totals.held === 0, `${stock.totals.held} held`),
    ledgerCheck(trial),
    await commissionCheck(stage, books),
  ];
  if (stripe) {
    const ids = new Set(record.orders.map(({ orderId }) => orderId));
    checks.push(...moneyChecks(books, await readStripeBooks(stripe, ids, new Date(cycle.opensAt))));
  } else
    narrator.say(
      'The books of Stripe cannot be read from here (set DATA_DIR to the data folder of that start): the money is checked without them.',
    );
  print(stage, books, stock.totals);
  return checks;
}

/** The books once no refund is under way and every commission is posted. */
function settledBooks({ operator, cycle, record }: Stage): Promise<CycleBooks> {
  const collected = record.orders.filter(({ ends }) => ends === 'collected').length;
  let latest: CycleBooks | undefined;
  const settled = async () => {
    latest = await operator.books(cycle.cycleId);
    const done =
      latest.refundsPending.amount === 0 &&
      latest.orders['collected'] === collected &&
      latest.checks.every(({ holds }) => holds);
    return done ? latest : undefined;
  };
  // Books that never settle are shown as they are: the checks say what is wrong.
  return waitFor('settled books', settled, { seconds: 25, everyMs: 500 }).catch((error: unknown) => {
    if (latest) return latest;
    throw error;
  });
}

/** What the leaders see in their own accounts is what the books of the cycle say. */
async function commissionCheck({ points, record }: Stage, books: CycleBooks): Promise<Check> {
  const ours = new Set<string>(record.orders.map(({ orderId }) => orderId));
  const leaders = [...new Set(points.map(({ leader }) => leader))];
  const entries = (await Promise.all(leaders.map((leader) => leader.commissions()))).flat();
  const sum = entries
    .filter(({ orderId }) => ours.has(orderId))
    .reduce((total, { amount }) => total + amount.amount, 0);
  const accrued = books.commissionAccrued.amount;
  return check(
    'commissions of the leaders, here and in the books',
    sum === accrued,
    `${yuan(sum)} and ${yuan(accrued)}`,
  );
}

type Stock = { initial: number; adjusted: number; available: number; held: number; sold: number };

function print({ narrator }: Stage, books: CycleBooks, stock: Stock): void {
  const states = Object.entries(books.orders).filter(([, number]) => number > 0);
  narrator.say(
    `Orders       ${states.map(([status, number]) => `${number} ${status.replaceAll('_', ' ')}`).join(', ')}`,
  );
  narrator.say(`Money in     ${yuan(books.moneyCaptured)} (authorised ${yuan(books.moneyAuthorised)})`);
  narrator.say(`Money back   ${yuan(books.moneyRefunded)}, on its way ${yuan(books.refundsPending)}`);
  narrator.say(`Money kept   ${yuan(books.moneyKept)} for goods and fees of ${yuan(books.goodsAndFees)}`);
  narrator.say(`Commission   ${yuan(books.commissionAccrued)}`);
  narrator.say(
    `Stock        ${stock.initial} units at first, ${stock.sold} sold, ${stock.available} left, ${stock.held} held`,
  );
}

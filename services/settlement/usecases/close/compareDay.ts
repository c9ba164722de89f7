import { type OrderId } from '#shared/contracts/ids';
import { type DaySums, noSums } from '../../domain/close/dayClose';
import { differs, explained, type Movement, type Totals, withSide } from '../../domain/close/compare';
import { type FoundDifference, type MovementKey } from '../../domain/close/difference';
import { type DayClose } from '../../domain/close/dayClose';
import { type KeptRow } from '../../domain/close/keptRow';
import { ourMovement } from '../../domain/close/ourMovement';
import { boundsOf, dayAfter } from '../../domain/close/providerDay';
import { providerAccount } from '../../domain/ledger/account';
import { type SettlementDeps } from '../deps';

export type Comparison = {
  readonly ours: DaySums;
  readonly theirs: DaySums;
  /** What the provider kept of the day, in fen. */
  readonly feeFen: number;
  readonly found: readonly FoundDifference[];
};

type Deps = Pick<SettlementDeps, 'ledger' | 'statementRows' | 'dayCloses'>;

/** Differences that are looked into with one question. */
const atOnce = 200;

/** Compares what was kept of a statement with the ledger, movement by movement. Writes nothing. */
export async function compareDay(
  deps: Deps,
  { provider, day }: Pick<DayClose, 'provider' | 'day'>,
): Promise<Comparison> {
  const lies = providerAccount(provider);
  const { from, until } = boundsOf(day);
  const movements = new Map<MovementKey, Movement>();
  let [ours, theirs, feeFen] = [noSums, noSums, 0];

  for await (const row of deps.statementRows.ofDay(provider, day)) {
    feeFen += row.feeFen - (row.kind === 'fee' ? row.amountFen : 0);
    if (row.kind === 'fee') continue;
    theirs = plus(theirs, row.key, row.amountFen);
    const { key, at, amountFen: fen } = row;
    movements.set(key, withSide(movements.get(key), { key, about: aboutOf(row) }, 'theirs', { fen, at }));
  }
  for await (const entry of deps.ledger.between(lies, from, until)) {
    const movement = ourMovement(entry, lies);
    if (!movement) continue;
    const { key, fen } = movement;
    ours = plus(ours, key, fen);
    movements.set(key, withSide(movements.get(key), movement, 'ours', { fen, at: entry.at }));
  }

  const suspects = [...movements.values()].filter(differs);
  const next = await deps.dayCloses.find(provider, dayAfter(day));
  const facts = { until, dayAfterKnown: next?.readAt !== undefined };
  const found: FoundDifference[] = [];
  for (let at = 0; at < suspects.length; at += atOnce) {
    const some = suspects.slice(at, at + atOnce);
    const totals = await totalsOf(deps, provider, some);
    found.push(...some.map((one, place) => explained(one, totals[place] ?? { ours: 0, theirs: 0 }, facts)));
  }
  return { ours, theirs, feeFen, found };
}

const aboutOf = ({ orderId, refundId, payoutId, rowId, key, words }: KeptRow) => ({
  ...(orderId !== undefined && { orderId }),
  ...(refundId !== undefined && { refundId }),
  ...(payoutId !== undefined && { payoutId }),
  ...(key.startsWith('row:') && { rowId, ...(words !== undefined && { words }) }),
});

function plus(sums: DaySums, key: MovementKey, fen: number): DaySums {
  if (key.startsWith('order:')) return { ...sums, takenFen: sums.takenFen + fen };
  if (key.startsWith('refund:')) return { ...sums, returnedFen: sums.returnedFen - fen };
  return { ...sums, otherFen: sums.otherFen + fen };
}

/** What both sides tell under the keys of `movements` on all days together. */
async function totalsOf(
  { ledger, statementRows }: Deps,
  provider: DayClose['provider'],
  movements: readonly Movement[],
): Promise<Totals[]> {
  const lies = providerAccount(provider);
  const theirs = await statementRows.totals(
    provider,
    movements.map(({ key }) => key),
  );
  const ours = new Map<MovementKey, number>();
  const orderIds = movements
    .map(({ about }) => about.orderId)
    .filter((id): id is OrderId => id !== undefined);
  const payoutIds = movements
    .map(({ about }) => about.payoutId)
    .filter((id): id is string => id !== undefined);
  for (const entries of [ledger.aboutOrders(orderIds), ledger.aboutPayouts(payoutIds)])
    for await (const entry of entries) {
      const movement = ourMovement(entry, lies);
      if (movement) ours.set(movement.key, (ours.get(movement.key) ?? 0) + movement.fen);
    }
  return movements.map(({ key, about, ours: side }) => ({
    ours: (about.orderId ?? about.payoutId) === undefined ? (side?.fen ?? 0) : (ours.get(key) ?? 0),
    theirs: theirs.get(key) ?? 0,
  }));
}

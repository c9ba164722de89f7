import { TransportAway } from '../../clients/payoutTransport';
import { fenToSend } from '../../domain/payouts/available';
import { begin, recordPaid, recordReturned, recordSent } from '../../domain/payouts/lifecycle';
import { wayTo } from '../../domain/payouts/payee';
import { type Beginning } from '../../domain/payouts/lifecycle';
import { type Payout, type PayoutStatus } from '../../domain/payouts/payout';
import { entriesOfPayout } from '../../domain/payouts/payoutEntries';
import { type PayoutDeps } from './deps';
import { purseOf } from './purseOf';

const minuteMs = 60_000;
/** While it waits for a verification, a hold's end, money, or a file. */
const waitMs = 10 * minuteMs;
const awayMs = minuteMs;
/** What was paid is looked at once a day, for so long: a provider may take it back. */
const lookBackMs = 24 * 60 * minuteMs;
const followedMs = 60 * 24 * 60 * minuteMs;

/**
 * Does all that can be done for a payout now: writes down in the ledger what it says, begins what may go, asks who moves the money. Each
 * step is kept before the next one begins; after a crash whoever looks at what is due goes on, under the same keys.
 */
export async function attendPayout(deps: PayoutDeps, payout: Payout): Promise<Payout> {
  let current = payout;
  for (;;) {
    await deps.ledger.post(entriesOfPayout(current));
    const step = await nextStep(deps, current);
    if (step.kind === 'rest') {
      await deps.payouts.posted(current, step.until);
      return current;
    }
    current = step.payout;
  }
}

type Step =
  { readonly kind: 'rest'; readonly until?: Date } | { readonly kind: 'done'; readonly payout: Payout };

const rest = (until?: Date): Step => ({ kind: 'rest', ...(until === undefined ? {} : { until }) });
const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

async function nextStep(deps: PayoutDeps, payout: Payout): Promise<Step> {
  if (payout.status === 'due' && !payout.current)
    return payout.approval ? beginIfPossible(deps, payout) : rest();
  try {
    return await asked(deps, payout);
  } catch (error) {
    if (!(error instanceof TransportAway)) throw error;
    deps.log.warn({ payoutId: payout.id, err: error }, 'a payout waits for who moves its money');
    return rest(after(deps.now(), awayMs));
  }
}

/** Begins a payout that no file carries, when its money can go now. */
async function beginIfPossible(deps: PayoutDeps, payout: Payout): Promise<Step> {
  const beginning = await beginningOf(deps, payout);
  if (!beginning || !deps.transports[wayTo(beginning.payee.details)]) return rest(after(deps.now(), waitMs));
  const begun = await changed(deps, payout, 'due', (now) => (now.current ? now : begin(now, beginning)));
  return { kind: 'done', payout: begun };
}

/** With what a payout can begin now; undefined: it has to wait. */
export async function beginningOf(
  deps: PayoutDeps,
  { accountId, cityId, number, fen: askedFen }: Payout,
): Promise<Beginning | undefined> {
  const payee = await deps.payees.find(accountId);
  if (payee?.state !== 'verified') return undefined;
  const { rules } = await deps.cityOf(cityId);
  const fen = fenToSend(askedFen, await purseOf(deps, accountId, number), rules);
  return fen === undefined ? undefined : { payee, fen, at: deps.now() };
}

async function asked(deps: PayoutDeps, payout: Payout): Promise<Step> {
  const { id, current } = payout;
  const transport = current && deps.transports[current.way];
  if (!transport) return rest();
  if (payout.status === 'due') {
    const { number, fen, to, begunAt } = current;
    const transfer = await transport.send({ payoutId: id, number, fen, to, begunAt });
    const next = await changed(deps, payout, 'due', (now) =>
      transfer.kind === 'sent'
        ? recordSent(now, deps.now(), transfer.transferId)
        : recordReturned(now, transfer.reason, deps.now()),
    );
    return { kind: 'done', payout: next };
  }
  const { transferId } = payout.current;
  const state = transferId === undefined ? undefined : await transport.find(transferId);
  if (state?.kind === 'returned')
    return {
      kind: 'done',
      payout: await changed(deps, payout, payout.status, (now) =>
        recordReturned(now, state.reason, deps.now()),
      ),
    };
  if (payout.status === 'sent')
    return state?.kind === 'paid'
      ? { kind: 'done', payout: await changed(deps, payout, 'sent', (now) => recordPaid(now, deps.now())) }
      : rest(after(deps.now(), waitMs));
  const age = deps.now().getTime() - payout.current.paidAt.getTime();
  return rest(age < followedMs ? after(deps.now(), lookBackMs) : undefined);
}

/** Changes a payout unless somebody else has taken this try further. */
const changed = (
  { payouts, now }: PayoutDeps,
  seen: Payout,
  status: PayoutStatus,
  change: (payout: Payout) => Payout,
): Promise<Payout> =>
  payouts.change(seen.id, now(), (payout) =>
    payout.status === status && payout.failed.length === seen.failed.length ? change(payout) : payout,
  );

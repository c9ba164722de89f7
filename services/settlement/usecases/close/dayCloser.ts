import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { entriesOfClose, entriesOfDifference } from '../../domain/close/closeEntries';
import { type DayClose, stateOf } from '../../domain/close/dayClose';
import {
  comparedAgain,
  type Difference,
  differenceIdOf,
  type FoundDifference,
} from '../../domain/close/difference';
import { boundsOf, dayAfter, daysFrom, providerDayOf } from '../../domain/close/providerDay';
import { providerAccount } from '../../domain/ledger/account';
import { type SettlementDeps } from '../deps';
import { compareDay } from './compareDay';
import { readStatement } from './readStatement';

type Deps = Pick<
  SettlementDeps,
  'ledger' | 'dayCloses' | 'statementRows' | 'differences' | 'statements' | 'now' | 'log'
>;

const minuteMs = 60_000;
/** So long after its end a day is first looked at. */
const settlesMs = 15 * minuteMs;
/** What the provider has not made, or what differs, is looked at again after so long. */
const waitMs = 10 * minuteMs;
const againMs = 60 * minuteMs;
/** Longer after its end nothing settles by itself. */
const watchedMs = 7 * 24 * 60 * minuteMs;
const atOnce = 20;
/** Days that are begun in one go. */
const mostDays = 400;

/**
 * Closes the days of the payment providers. What is due is found by query: a day that is over, a statement that is there now, a
 * difference that may have settled, an adjustment that is not in the ledger. Whatever died in between, the next run does it again,
 * and several processes may do the same at once: the later write of a close or a difference is refused, and looked at again.
 */
export class DayCloser {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @returns false when nothing was due */
  async run(now: Date): Promise<boolean> {
    await this.#begin(now);
    await this.#postDecisions();
    const due = await this.#deps.dayCloses.due(now, atOnce);
    for (const close of due) await this.#close(close, now);
    return due.length > 0;
  }

  /** Begins the days that are over since money first lay with a provider. */
  async #begin(now: Date): Promise<void> {
    const { dayCloses, ledger, statements } = this.#deps;
    const providers = await statements.listStatementProviders({}).catch((error: unknown) => {
      if (isRefusal(error, 'SERVICE_UNAVAILABLE')) return { providers: [] };
      throw error;
    });
    const yesterday = dayAfter(providerDayOf(now), -1);
    for (const provider of providers.providers) {
      const latest = await dayCloses.latest(provider);
      if (latest && latest.day >= yesterday) continue;
      const first = latest ? dayAfter(latest.day) : await this.#firstDay(ledger, provider);
      const days = first === undefined ? [] : daysFrom(first, yesterday, mostDays);
      await dayCloses.begin(
        days.map((day) => ({ provider, day, dueAt: new Date(boundsOf(day).until.getTime() + settlesMs) })),
      );
    }
  }

  async #firstDay(ledger: Deps['ledger'], provider: PaymentProviderName): Promise<string | undefined> {
    const first = await ledger.firstAt(providerAccount(provider));
    return first && providerDayOf(first);
  }

  /** Posts what operators decided and no process came to. */
  async #postDecisions(): Promise<void> {
    const { differences, ledger } = this.#deps;
    for (const difference of await differences.unposted(atOnce)) {
      await ledger.post(entriesOfDifference(difference));
      await differences.posted(difference);
    }
  }

  async #close(close: DayClose, now: Date): Promise<void> {
    const known = close.readAt === undefined ? await this.#read(close, now) : close;
    if (!known) return;
    const compared = await this.#compare(known, now);
    // The day before may be explained by this one.
    if (compared && close.readAt === undefined)
      await this.#deps.dayCloses.again(close.provider, dayAfter(close.day, -1), now, 'compare');
  }

  /** @returns the close with its statement read; undefined when that is not possible yet, or somebody else does it */
  async #read(close: DayClose, now: Date): Promise<DayClose | undefined> {
    const { dayCloses } = this.#deps;
    const reading = close.reading + 1;
    const read = await readStatement(this.#deps, close, reading);
    if (typeof read === 'string') {
      const dueAt = new Date(now.getTime() + waitMs);
      await dayCloses.replace(close, { ...close, state: 'waiting', waiting: read, dueAt });
      return undefined;
    }
    const { waiting: _waiting, theirsClosingFen: _closing, ...rest } = close;
    const { closingFen } = read;
    const next = {
      ...rest,
      reading,
      readAt: now,
      ...(closingFen !== undefined && { theirsClosingFen: closingFen }),
    };
    return dayCloses.replace(close, next);
  }

  async #compare(close: DayClose, now: Date): Promise<boolean> {
    const { dayCloses, ledger, differences } = this.#deps;
    const { provider, day } = close;
    const { ours, theirs, feeFen, found } = await compareDay(this.#deps, close);
    const posted = close.feePosts.reduce((sum, { fen }) => sum + fen, 0);
    const at = new Date(boundsOf(day).until.getTime() - 1);
    const feePosts = feeFen === posted ? close.feePosts : [...close.feePosts, { fen: feeFen - posted, at }];
    // First what is to be posted, then the entries that follow from it: whoever comes after a crash posts them again.
    const kept = await dayCloses.replace(close, { ...close, ours, theirs, feeFen, feePosts });
    if (!kept) return false;
    await ledger.post(entriesOfClose(kept));

    await this.#keepDifferences(kept, found, now);
    const oursClosingFen = await this.#closing(provider, day);
    await this.#compareBalance(kept, oursClosingFen, now);
    const counts = await differences.countOfDay(provider, day);
    const { dueAt: _due, ...rest } = kept;
    const watched = counts.open > 0 && now.getTime() - boundsOf(day).until.getTime() < watchedMs;
    const written = await dayCloses.replace(kept, {
      ...rest,
      ...{ oursClosingFen, differences: counts, state: stateOf(counts), comparedAt: now },
      ...(watched && { dueAt: new Date(now.getTime() + againMs) }),
    });
    return written !== undefined;
  }

  /** Everything but the balance, which is compared after it. */
  async #keepDifferences(close: DayClose, found: readonly FoundDifference[], now: Date): Promise<void> {
    const known = await this.#deps.differences.ofDay(close.provider, close.day);
    const byKey = new Map(found.map((one) => [one.key, one]));
    for (const before of known) {
      if (before.key !== 'balance') await this.#change(before, comparedAgain(before, byKey.get(before.key)));
      byKey.delete(before.key);
    }
    await this.#deps.differences.add([...byKey.values()].map((one) => begun(close, one, now)));
  }

  async #change(before: Difference, after: Difference | undefined): Promise<void> {
    // Written by somebody else meanwhile: the next comparison looks at it again.
    if (after && !(await this.#deps.differences.replace(before, after)))
      this.#deps.log.info(
        { differenceId: before.differenceId },
        'a difference was decided while it was compared',
      );
  }

  /** What our ledger says lay with the provider at the end of a day, in fen. */
  async #closing(provider: PaymentProviderName, day: string): Promise<number> {
    return 0 - (await this.#deps.ledger.balanceBefore(providerAccount(provider), dayAfter(day)));
  }

  /** What lies there and no movement explains is a difference of its own. */
  async #compareBalance(close: DayClose, oursFen: number, now: Date): Promise<void> {
    const { differences } = this.#deps;
    const { provider, day, theirsClosingFen } = close;
    if (theirsClosingFen === undefined) return;
    const key = 'balance';
    const before = await differences.find(differenceIdOf(provider, day, key));
    const explainedFen = await differences.remainingUntil(provider, day);
    const unexplained = theirsClosingFen - oursFen - explainedFen;
    const at = new Date(boundsOf(day).until.getTime() - 1);
    const found: FoundDifference | undefined =
      unexplained === 0
        ? undefined
        : {
            ...{ key, kind: 'balance', suggestion: 'look_at_days_before', about: {} },
            ours: { fen: theirsClosingFen - unexplained, at },
            theirs: { fen: theirsClosingFen, at },
          };
    if (before) await this.#change(before, comparedAgain(before, found));
    else if (found) await differences.add([begun(close, found, now)]);
  }
}

const begun = (
  { provider, day }: Pick<DayClose, 'provider' | 'day'>,
  found: FoundDifference,
  now: Date,
): Difference => ({
  ...found,
  ...{ differenceId: differenceIdOf(provider, day, found.key), provider, day },
  state: found.kind === 'other_day' ? 'explained' : 'open',
  ...{ adjustedFen: 0, resolutions: [], foundAt: now, version: 0 },
});

import { randomUUID } from 'node:crypto';
import { type CycleId } from '#shared/contracts/ids';
import { type CycleTerms } from '#shared/contracts/internal/catalog';
import { consolidationIdOf } from '../../domain/consolidation';
import { type Closing, type ClosingPhase, LeaseLost } from '../../storage/closingStore';
import { consolidatePaid } from './consolidatePaid';
import { decideOrders } from './decideOrders';
import { drainPayments } from './drainPayments';
import { failStragglers } from './failStragglers';
import { formGroups } from './formGroups';
import { freezeLists } from './freezeLists';
import { Precedence } from '../precedence';
import { type ClosingDeps, type Phase, type PhaseStep } from './phaseStep';
import { renewLists } from './renewLists';
import { supersedeOrders } from './supersedeOrders';

/** Another process takes over a closing after the one at work has been silent for so long. */
const leaseMs = 15_000;
/** So often the one at work says that it is alive: each time costs a journaled write that the lists would have to wait for. */
const keepMs = 3_000;
const dayMs = 86_400_000;
/** Cycles that catalog made known late are looked for so far back. */
const lookBackMs = 14 * dayMs;
/** So far ahead a cutoff is known, to be there in time. */
const lookAheadMs = 60_000;
const atOnce = 50;

const steps: Record<Exclude<ClosingPhase, 'frozen'>, PhaseStep> = {
  draining: drainPayments,
  consolidating: consolidatePaid,
  forming: formGroups,
  deciding: decideOrders,
  superseding: supersedeOrders,
  freezing: freezeLists,
};

/**
 * Closes cycles whose cutoff has passed. What is to be closed is asked of catalog, what is half closed is found in the database:
 * whoever dies leaves a phase that the next one begins again.
 */
export class Closer {
  readonly #deps: ClosingDeps;
  readonly #precedence: Precedence<CycleId>;
  readonly #by = randomUUID();
  readonly #running = new Map<CycleId, Promise<void>>();
  readonly #begun = new Set<CycleId>();
  #lookedUntil: Date | undefined;
  #closed = false;

  /** @param precedence from consolidating on a cycle goes before what can wait. */
  constructor(deps: ClosingDeps, precedence = new Precedence<CycleId>()) {
    this.#deps = deps;
    this.#precedence = precedence;
  }

  /**
   * Finds what is due and does it, as far as it can be done now.
   * @returns the next cutoff, or false when none is near, if nothing was due
   */
  async sweep(): Promise<Date | boolean> {
    await renewLists(this.#deps);
    const discovered = await this.#discover().catch((error: unknown) => ({ error }));
    const unfinished = await this.#deps.closings.unfinished(atOnce);
    for (const cycleId of unfinished) {
      if (this.#closed) return true;
      await this.advance(cycleId).catch((err: unknown) => {
        this.#deps.log.error({ err, cycleId }, 'a cycle could not be closed further yet');
      });
    }
    await failStragglers(this.#deps);
    // What is half closed goes on while catalog is down.
    if (discovered && 'error' in discovered) throw discovered.error as Error;
    return unfinished.length > 0 || (discovered ?? false);
  }

  /** Begins to close a cycle whose cutoff has passed. */
  async begin({ cycleId, cityId, cutoffAt, pickupDate }: CycleTerms): Promise<void> {
    const { closings, terms } = this.#deps;
    const { paymentGraceMinutes } = await terms.rules(cityId);
    const cutoff = new Date(cutoffAt);
    await closings.begin({
      cycleId,
      cityId,
      cutoffAt: cutoff,
      graceUntil: new Date(cutoff.getTime() + paymentGraceMinutes * 60_000),
      pickupDate,
      phase: 'draining',
      version: 1,
      consolidationId: consolidationIdOf(cycleId, 1),
      droppedSkus: [],
    });
  }

  /** Takes a closing phase by phase as far as it goes; does nothing while another process is at it. */
  async advance(cycleId: CycleId): Promise<void> {
    const running = this.#running.get(cycleId) ?? this.#advance(cycleId);
    this.#running.set(cycleId, running);
    try {
      await running;
    } finally {
      this.#running.delete(cycleId);
    }
  }

  async #advance(cycleId: CycleId): Promise<void> {
    const { closings, log, now } = this.#deps;
    let keptAt = now();
    let closing = await closings.take(cycleId, { ...this.#lease(), now: keptAt });
    if (!closing) return;
    const alive = async () => {
      const at = now();
      if (at.getTime() - keptAt.getTime() < keepMs) return;
      keptAt = at;
      await closings.keep(cycleId, this.#lease());
    };
    try {
      while (closing.phase !== 'frozen' && !this.#closed) {
        const next: Closing | undefined = await this.#stepInTurn(closing, closing.phase, alive);
        if (!next) break;
        closing = next;
        log.info({ cycleId, phase: closing.phase, version: closing.version }, 'a cycle closes');
      }
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    } finally {
      await closings.release(cycleId, this.#by);
    }
  }

  /** Begins nothing more; a phase under way is left to the next process when it is not done in time. */
  close(): void {
    this.#closed = true;
  }

  /** The closing after its next phase; undefined when that cannot be done yet. */
  #stepInTurn(
    closing: Closing,
    phase: Exclude<ClosingPhase, 'frozen'>,
    alive: Phase['alive'],
  ): Promise<Closing | undefined> {
    const step = async () => {
      const changes = await steps[phase]({ deps: this.#deps, closing, alive });
      return changes && this.#deps.closings.advance(closing, this.#by, changes);
    };
    // Draining waits for payments, which others bring to an end.
    return phase === 'draining' ? step() : this.#precedence.first(step, closing.cycleId);
  }

  /** Begins to close what is due; answers the next cutoff that is near. */
  async #discover(): Promise<Date | undefined> {
    const { catalog, closings, now } = this.#deps;
    const at = now();
    const to = new Date(at.getTime() + lookAheadMs);
    const since = this.#lookedUntil ?? (await closings.latestCutoff()) ?? at;
    const from = new Date(since.getTime() - (this.#lookedUntil ? dayMs : lookBackMs));
    const query = { from: from.toISOString(), to: to.toISOString() };
    const { cycles } = await catalog.listCyclesByCutoff({ query });
    const isDue = ({ cutoffAt }: CycleTerms) => new Date(cutoffAt) <= at;
    for (const cycle of cycles) if (isDue(cycle)) await this.#beginOnce(cycle);
    this.#lookedUntil = at;
    const next = cycles.find((cycle) => !isDue(cycle));
    return next && new Date(next.cutoffAt);
  }

  async #beginOnce(cycle: CycleTerms): Promise<void> {
    if (this.#begun.has(cycle.cycleId)) return;
    await this.begin(cycle);
    this.#begun.add(cycle.cycleId);
  }

  #lease() {
    return { by: this.#by, until: new Date(this.#deps.now().getTime() + leaseMs) };
  }
}

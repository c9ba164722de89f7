import { ApiProblem, type ApiProblemCode } from '../apiProblem';
import { type OperationId } from '../contracts';
import { type ClaimPhotoPath } from '../upload';

/** A write that waits for its turn: kept on the device until the server has answered. */
export type QueuedAction = {
  /** Also its Idempotency-Key. */
  readonly id: string;
  /** Actions of one lane are sent in order; lanes do not wait for each other. */
  readonly lane: string;
  readonly operation: OperationId;
  readonly input: Readonly<Record<string, unknown>>;
  /** In words, for the list of what is still to be sent. */
  readonly label: string;
  /** A photo kept on the device: sent before the action, which then names it as `body.photoId`, or in `body.photoIds`. */
  readonly photo?: string;
  /** Where that photo is sent to, below `/api`; unless told, to those of deliveries. */
  readonly photoTo?: ClaimPhotoPath;
  /** What the server answered is to be seen later: see `useReplies`. */
  readonly keepsReply?: boolean;
  /** When it was done, by the server's clock. */
  readonly at: string;
  readonly state: 'waiting' | 'refused';
  readonly refusedBecause?: ApiProblemCode;
};

export type QueueDeps = {
  readonly read: () => readonly QueuedAction[];
  readonly write: (actions: readonly QueuedAction[]) => void;
  readonly send: (action: QueuedAction) => Promise<unknown>;
  readonly changed: (actions: readonly QueuedAction[]) => void;
  readonly settled: (action: QueuedAction, reply: unknown) => void;
  readonly later: (ms: number, run: () => void) => void;
};

const firstWaitMs = 2000;
const longestWaitMs = 60_000;

/**
 * Sends what was done, in order per lane, until the server has answered each; survives restarts. A refused action stays to be
 * seen and does not hold up the ones behind it; one that could not be sent does.
 */
export const createQueue = (deps: QueueDeps) => {
  let actions = deps.read();
  let running = false;
  let wait = firstWaitMs;

  const set = (next: readonly QueuedAction[]) => {
    actions = next;
    deps.write(next);
    deps.changed(next);
  };
  const without = (id: string) => actions.filter((action) => action.id !== id);

  /** Sends one; tells whether its lane can go on. */
  const attempt = async (action: QueuedAction): Promise<boolean> => {
    try {
      const reply = await deps.send(action);
      set(without(action.id));
      deps.settled(action, reply);
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      // Without a session the work waits for the person to sign in again.
      if (error.passing || error.status === 401) return false;
      set(
        actions.map((other) =>
          other.id === action.id ? { ...other, state: 'refused', refusedBecause: error.code } : other,
        ),
      );
      return true;
    }
  };

  const flush = async (): Promise<void> => {
    if (running) return;
    running = true;
    const stuck = new Set<string>();
    try {
      for (;;) {
        const next = actions.find(({ state, lane }) => state === 'waiting' && !stuck.has(lane));
        if (!next) break;
        if (!(await attempt(next))) stuck.add(next.lane);
      }
    } finally {
      running = false;
    }
    if (stuck.size === 0) wait = firstWaitMs;
    else {
      deps.later(wait, () => void flush());
      wait = Math.min(wait * 2, longestWaitMs);
    }
  };

  return {
    /** Keeps the action, then tries to send it at once. */
    add(action: Omit<QueuedAction, 'state'>): void {
      set([...actions, { ...action, state: 'waiting' }]);
      void flush();
    },
    /** Tries what waits now: the network came back, or somebody asked. */
    flush,
    /** Tries a refused action once more. */
    retry(id: string): void {
      set(
        actions.map((action): QueuedAction => {
          if (action.id !== id) return action;
          const { refusedBecause: _, ...rest } = action;
          return { ...rest, state: 'waiting' };
        }),
      );
      void flush();
    },
    /** Gives up a refused action that has been seen. */
    dismiss: (id: string): void => set(without(id)),
    all: (): readonly QueuedAction[] => actions,
  };
};

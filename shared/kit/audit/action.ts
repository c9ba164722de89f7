import { AsyncLocalStorage } from 'node:async_hooks';

/** A stored document before and after a write; absent where it was not there. */
export type WrittenDocument = {
  readonly collection: string;
  readonly documentId: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** Something that somebody answers for, while it is done. */
export type Action = {
  /** Awaited before each write. @returns whether what it changes is still looked at: enough may have been told */
  readonly writes: () => Promise<boolean>;
  readonly wrote: (document: WrittenDocument) => void;
};

const running = new AsyncLocalStorage<Action | undefined>();

/** Runs `work`, and everything it awaits, as part of `action`: what it writes is told to it. */
export const inAction = <R>(action: Action, work: () => R): R => running.run(action, work);

/** What many share (a batch, a lot) belongs to nobody's action, whoever happened to begin it. */
export const outsideActions = <R>(work: () => R): R => running.run(undefined, work);

/** The action that the running code belongs to. */
export const currentAction = (): Action | undefined => running.getStore();

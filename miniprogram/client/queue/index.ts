import { create } from 'zustand';
import { serverNow } from '@/platform/clock';
import { onBackOnline } from '@/platform/online';
import { persisted } from '@/platform/persisted';
import { api } from '../api';
import { type OperationId, type OperationInput } from '../contracts';
import { newKey } from '../key';
import { queryClient } from '../queries';
import { useSessionStore } from '../session';
import { createQueue, type QueuedAction } from './queue';

export { type QueuedAction } from './queue';

const isActions = (value: unknown): value is readonly QueuedAction[] => Array.isArray(value);
const kept = persisted<readonly QueuedAction[]>('queue', 1, isActions);
const useQueueStore = create<{ actions: readonly QueuedAction[] }>(() => ({ actions: kept.read() ?? [] }));
const noActions: readonly QueuedAction[] = [];

type AnyMethod = (input: Readonly<Record<string, unknown>>) => Promise<unknown>;

const send = ({ operation, input, id }: QueuedAction): Promise<unknown> => {
  const [service, name] = operation.split('.') as [keyof typeof api, string];
  const method = (api[service] as unknown as Readonly<Record<string, AnyMethod>>)[name];
  if (!method) throw new Error(`${operation} is no operation`);
  return method({ ...input, idempotencyKey: id });
};

const queue = createQueue({
  read: () => kept.read() ?? noActions,
  write: kept.write,
  send,
  changed: (actions) => useQueueStore.setState({ actions }),
  settled: () => void queryClient.invalidateQueries(),
  later: (ms, run) => setTimeout(run, ms),
});

onBackOnline(() => void queue.flush());
useSessionStore.subscribe(({ session }) => {
  if (session) void queue.flush();
});

/**
 * Does something that must also work without a signal: `queueAction('delivery.departRoute', { params, body }, { lane: routeId, label })`.
 * It is kept on the device and sent in order; put what the screen should show meanwhile on the screen yourself.
 */
export const queueAction = <Id extends OperationId>(
  operation: Id,
  input: OperationInput<Id>,
  { lane, label, id = newKey() }: { lane: string; label: string; id?: string },
): void =>
  queue.add({
    id,
    lane,
    operation,
    input: input as object as QueuedAction['input'],
    label,
    at: new Date(serverNow()).toISOString(),
  });

/** What has not been answered yet, of one lane or of all. */
export const useQueue = (lane?: string): readonly QueuedAction[] => {
  const actions = useQueueStore((state) => state.actions);
  return lane === undefined ? actions : actions.filter((action) => action.lane === lane);
};

/** Tries now what waits. */
export const flushQueue = (): Promise<void> => queue.flush();
/** Tries a refused action once more. */
export const retryAction = (id: string): void => queue.retry(id);
/** Gives up a refused action that has been seen. */
export const dismissAction = (id: string): void => queue.dismiss(id);

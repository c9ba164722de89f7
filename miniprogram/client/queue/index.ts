import { create } from 'zustand';
import { type PhotoId } from '#shared/contracts/ids';
import { serverNow } from '@/platform/clock';
import { onBackOnline } from '@/platform/online';
import { persisted } from '@/platform/persisted';
import { api } from '../api';
import { type OperationId, type OperationInput } from '../contracts';
import { newKey } from '../key';
import { queryClient } from '../queries';
import { useSessionStore } from '../session';
import { uploadPhoto } from '../upload';
import { createQueue, type QueuedAction } from './queue';
import { addReply } from './replies';

export { type QueuedAction } from './queue';
export { forgetReply, useReplies, type QueuedReply } from './replies';

const isActions = (value: unknown): value is readonly QueuedAction[] => Array.isArray(value);
const kept = persisted<readonly QueuedAction[]>('queue', 1, isActions);
const useQueueStore = create<{ actions: readonly QueuedAction[] }>(() => ({ actions: kept.read() ?? [] }));
const noActions: readonly QueuedAction[] = [];

type AnyMethod = (input: Readonly<Record<string, unknown>>) => Promise<unknown>;

type Settled = (action: QueuedAction, reply: unknown) => void;
const settledListeners = new Set<Settled>();

/** Tells `listen` what the server answered to an action, before everything is read anew; gives the way to stop. */
export const onSettled = (listen: Settled): (() => void) => {
  settledListeners.add(listen);
  return () => settledListeners.delete(listen);
};

/** The id of the photo is known only when it was sent. */
const withPhoto = async ({ input, photo, photoTo }: QueuedAction): Promise<QueuedAction['input']> => {
  if (photo === undefined) return input;
  const { photoId } = await uploadPhoto(photoTo ?? '/delivery-photos', photo);
  const body = input['body'] as object;
  return { ...input, body: { ...body, ...('photoIds' in body ? { photoIds: [photoId] } : { photoId }) } };
};

const send = async (action: QueuedAction): Promise<unknown> => {
  const { operation, id } = action;
  const [service, name] = operation.split('.') as [keyof typeof api, string];
  const method = (api[service] as unknown as Readonly<Record<string, AnyMethod>>)[name];
  if (!method) throw new Error(`${operation} is no operation`);
  return method({ ...(await withPhoto(action)), idempotencyKey: id });
};

const queue = createQueue({
  read: () => kept.read() ?? noActions,
  write: kept.write,
  send,
  changed: (actions) => useQueueStore.setState({ actions }),
  settled(action, reply) {
    if (action.keepsReply === true) addReply(action, reply);
    for (const listen of settledListeners) listen(action, reply);
    void queryClient.invalidateQueries();
  },
  later: (ms, run) => setTimeout(run, ms),
});

onBackOnline(() => void queue.flush());
useSessionStore.subscribe(({ session }) => {
  if (session) void queue.flush();
});

type QueueOptions = Pick<QueuedAction, 'lane' | 'label' | 'photo' | 'photoTo' | 'keepsReply'> & {
  readonly id?: string;
};

/** Stands in an action's `photoId` until its photo was sent. */
export const photoToCome = '' as PhotoId;

/**
 * Does something that must also work without a signal: `queueAction('delivery.departRoute', { params, body }, { lane: routeId, label })`.
 * It is kept on the device and sent in order; put what the screen should show meanwhile on the screen yourself.
 */
export const queueAction = <Id extends OperationId>(
  operation: Id,
  input: OperationInput<Id>,
  { lane, label, id = newKey(), photo, photoTo, keepsReply }: QueueOptions,
): void =>
  queue.add({
    id,
    lane,
    operation,
    input: input as object as QueuedAction['input'],
    label,
    ...(photo === undefined ? {} : { photo }),
    ...(photoTo === undefined ? {} : { photoTo }),
    ...(keepsReply === undefined ? {} : { keepsReply }),
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

import { create } from 'zustand';
import { serverNow } from '@/platform/clock';
import { persisted } from '@/platform/persisted';
import { type QueuedAction } from './queue';

/** What the server answered to an action that was sent later, until the person has seen it. */
export type QueuedReply = Pick<QueuedAction, 'id' | 'lane' | 'label' | 'at'> & {
  readonly reply: unknown;
  readonly repliedAt: string;
};

const most = 200;
const isReplies = (value: unknown): value is readonly QueuedReply[] => Array.isArray(value);
const kept = persisted<readonly QueuedReply[]>('queue-replies', 1, isReplies);
const useReplyStore = create<{ replies: readonly QueuedReply[] }>(() => ({ replies: kept.read() ?? [] }));

const keep = (replies: readonly QueuedReply[]) => {
  kept.write(replies);
  useReplyStore.setState({ replies });
};

/** Keeps an answer; only the newest are kept. */
export const addReply = ({ id, lane, label, at }: QueuedAction, reply: unknown): void => {
  const one = { id, lane, label, at, reply, repliedAt: new Date(serverNow()).toISOString() };
  keep([one, ...useReplyStore.getState().replies].slice(0, most));
};

/** The answers of one lane, newest first. */
export const useReplies = (lane: string): readonly QueuedReply[] =>
  useReplyStore((state) => state.replies).filter((reply) => reply.lane === lane);

/** Gives up an answer that has been seen. */
export const forgetReply = (id: string): void =>
  keep(useReplyStore.getState().replies.filter((reply) => reply.id !== id));

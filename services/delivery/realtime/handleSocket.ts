import { clientMessages, type Done, type FollowReply, type Topic } from '#shared/contracts/realtime';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { Refused } from '#shared/kit/domainError';
import { withCorrelation } from '#shared/kit/log/correlation';
import { randomUUID } from 'node:crypto';
import { type z } from '#shared/contracts/zod';
import { type Audience } from '../usecases/live/broadcast';
import { admit } from '../usecases/live/admit';
import { type DeliveryDeps } from '../usecases/deps';
import { reportPosition } from '../usecases/routes/reportPosition';
import { allowance } from './allowance';
import { isOurFault, refusal, tooMany } from './refusals';
import { type RealtimeSocket } from './types';

const maxTopics = 30;

type Doorkeeper = {
  /** Who the socket speaks for at this moment; refuses when its token ran out. */
  readonly callerOf: (socket: RealtimeSocket) => Promise<AccountCaller | undefined>;
  /** Ends a socket whose token is of no use any more. */
  readonly signOut: (socket: RealtimeSocket) => void;
};

const clock = () => performance.now();

/**
 * Messages beyond the allowance are refused, whatever their name and whether or not they want an answer; who goes on with packets of any
 * kind is cut off.
 */
function limitMessages(socket: RealtimeSocket): void {
  const [messages, packets] = [allowance(clock), allowance(clock)];
  socket.use((message, next) => {
    if (messages.take() === 'allowed') {
      next();
      return;
    }
    const reply: unknown = message.at(-1);
    if (typeof reply === 'function') (reply as (result: unknown) => void)(tooMany());
  });
  const onPacket = ({ type }: { readonly type: string }) => {
    if (type !== 'message' || packets.take() !== 'abused') return;
    socket.conn.off('packet', onPacket);
    // What came before is answered first.
    setImmediate(() => socket.disconnect(true));
  };
  socket.conn.on('packet', onPacket);
  socket.once('disconnect', () => socket.conn.off('packet', onPacket));
}

/** Answers what one client asks: parsed, counted, authorised by what is stored at this moment. */
export function handleSocket(
  deps: DeliveryDeps,
  { callerOf, signOut }: Doorkeeper,
  socket: RealtimeSocket,
): void {
  limitMessages(socket);
  const followed = new Map<string, readonly Audience[]>();

  async function follow(topic: Topic): Promise<FollowReply> {
    const key = JSON.stringify(topic);
    if (!followed.has(key) && followed.size >= maxTopics) return tooMany();
    const admission = await admit(deps, await callerOf(socket), topic);
    followed.set(key, admission.audiences);
    remember();
    await socket.join([...admission.audiences]);
    return { ok: true, snapshot: await admission.snapshot() };
  }

  async function unfollow(topic: Topic): Promise<Done> {
    const key = JSON.stringify(topic);
    const left = followed.get(key) ?? [];
    followed.delete(key);
    remember();
    const kept = new Set([...followed.values()].flat());
    for (const audience of left) if (!kept.has(audience)) await socket.leave(audience);
    return { ok: true };
  }

  async function report(message: z.output<(typeof clientMessages)['report_position']>): Promise<Done> {
    const caller = await callerOf(socket);
    if (!caller) throw new Refused('NOT_SIGNED_IN');
    if (!holds(caller, 'courier')) throw new Refused('NOT_ALLOWED');
    await reportPosition(deps, caller.accountId, message);
    return { ok: true };
  }

  /** For a session that is recovered: what to look at again. */
  const remember = () => {
    socket.data.topics = [...followed.keys()].map((key) => JSON.parse(key) as Topic);
  };

  const answer =
    <S extends z.ZodType, R>(schema: S, work: (message: z.output<S>) => Promise<R>) =>
    (message: unknown, reply: unknown) => {
      if (typeof reply !== 'function') return;
      const tell = reply as (result: unknown) => void;
      void withCorrelation(randomUUID(), async () => {
        try {
          tell(await work(schema.parse(message)));
        } catch (error) {
          if (isOurFault(error)) deps.log.error({ err: error }, 'a socket message could not be answered');
          const refused = refusal(error);
          tell(refused);
          if (refused.code === 'TOKEN_EXPIRED') signOut(socket);
        }
      });
    };

  socket.on('follow', answer(clientMessages.follow, follow));
  socket.on('unfollow', answer(clientMessages.unfollow, unfollow));
  socket.on('report_position', answer(clientMessages.report_position, report));
  void followAgain();

  /** A recovered session is back in its rooms: each is decided anew. */
  async function followAgain(): Promise<void> {
    if (!socket.recovered) return;
    const before = socket.data.topics;
    const rooms = [...socket.rooms].filter((room) => room !== socket.id);
    for (const topic of before) {
      const admission = await admit(deps, socket.data.caller, topic).catch(() => undefined);
      if (admission) followed.set(JSON.stringify(topic), admission.audiences);
    }
    const kept = new Set<string>([...followed.values()].flat());
    for (const room of rooms) if (!kept.has(room)) await socket.leave(room);
    remember();
  }
}

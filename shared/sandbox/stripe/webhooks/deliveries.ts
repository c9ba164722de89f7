import {
  createDeliveries as createSender,
  type Deliveries as Sender,
  type DeliveryOptions as SenderOptions,
} from '../../kit/delivery/deliveries';
import { createPost } from '../../kit/delivery/post';
import type { SandboxLog } from '../../kit/log';
import type { EventRecord } from '../state/records';
import { seconds, type World } from '../world';
import { signatureHeader } from './sign';

export type Deliveries = Sender<EventRecord> & {
  deliverTo: (url: string | null) => void;
  url: () => string | null;
};

export type DeliveryOptions = {
  world: Pick<World, 'now'> & { store: SenderOptions<EventRecord>['store'] & Pick<World['store'], 'event'> };
  secret: string;
  url: string | null;
  log: SandboxLog;
  /** The first pause between attempts (milliseconds); it doubles up to a minute. */
  firstRetryMs: number;
};

const LONGEST_PAUSE_MS = 60_000;
const GIVE_UP_AFTER_S = 3 * 86_400;

/** Sends events to one address: signed, at least once, again and again for three days. */
export function createDeliveries({
  world,
  secret,
  log,
  firstRetryMs,
  ...given
}: DeliveryOptions): Deliveries {
  const post = createPost();
  let { url } = given;
  const sender = createSender<EventRecord>({
    now: world.now,
    log,
    what: 'a Stripe event',
    store: world.store,
    find: (id) => world.store.event.get(id),
    isOpen: () => url !== null,
    post,
    send: async ({ body }) => {
      const { status } = await post.send(url ?? '', body, {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': signatureHeader(body, secret, seconds(world)),
      });
      return { status, taken: status >= 200 && status < 300 };
    },
    pauseAfter: ({ created }, attempt) =>
      seconds(world) - created > GIVE_UP_AFTER_S
        ? null
        : Math.min(LONGEST_PAUSE_MS, firstRetryMs * 2 ** (attempt - 1)),
  });
  return {
    ...sender,
    deliverTo: (to) => {
      url = to;
      sender.nudge();
    },
    url: () => url,
  };
}

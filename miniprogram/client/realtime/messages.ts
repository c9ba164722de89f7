import { type clientMessages, type Snapshot, type serverMessages } from '#shared/contracts/realtime';
import { type z } from 'zod';

export type { Snapshot };
/** What can be followed, as it is asked for: the server checks it. */
export type Topic = z.input<typeof clientMessages.follow>;

export type MessageName = keyof typeof serverMessages;
/** What the server tells, e.g. `{ name: 'order_changed', message: { orderId, version, … } }`. */
export type ServerMessage = {
  [Name in MessageName]: { readonly name: Name; readonly message: z.output<(typeof serverMessages)[Name]> };
}[MessageName];

/** All of them; `satisfies` keeps the list complete. */
const names = {
  order_changed: true,
  courier_moved: true,
  route_changed: true,
  etas_moved: true,
  group_order_changed: true,
  group_buy_progressed: true,
  neighbour_ordered: true,
  pickup_changed: true,
  city_groups_changed: true,
  group_message: true,
  signed_out: true,
} satisfies Record<MessageName, true>;
export const messageNames = Object.keys(names) as MessageName[];

/** What a listener of a topic is told. */
export type TopicListener = {
  /** The state at the moment of following; again after each reconnect and each gap. */
  readonly onSnapshot?: (snapshot: Snapshot) => void;
  readonly onMessage?: (message: ServerMessage) => void;
  /** The server refused the topic, with its code. */
  readonly onRefused?: (code: string) => void;
};

export const topicKey = (topic: Topic): string => JSON.stringify(topic, Object.keys(topic).sort());

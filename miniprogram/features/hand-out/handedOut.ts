import { create } from 'zustand';
import { type OrderId, type PickupPointId } from '#shared/contracts/ids';
import { type OperationInput } from '@/client/contracts';
import { newKey } from '@/client/key';
import { queueAction } from '@/client/queue';
import { serverNow } from '@/platform/clock';
import { persisted } from '@/platform/persisted';
import { type Presented } from './code';

type Handed = Readonly<Record<string, { readonly at: string; readonly key: string }>>;
const isHanded = (value: unknown): value is Handed => typeof value === 'object' && value !== null;
const kept = persisted<Handed>('handed-out', 2, isHanded);
const useHandedStore = create<{ handed: Handed }>(() => ({ handed: kept.read() ?? {} }));

/** So long a phone remembers what it handed out: longer than anything waits to be collected. */
const rememberMs = 7 * 24 * 3_600_000;

/** What this phone handed out, by order, with the moment: so that it hands nothing out twice while it is offline. */
export const useHandedOut = (): Handed => useHandedStore((state) => state.handed);

const keep = (handed: Handed) => {
  kept.write(handed);
  useHandedStore.setState({ handed });
};

export const rememberHandedOut = (orderId: string, at: string, key: string): void =>
  keep(
    Object.fromEntries(
      Object.entries({ ...useHandedStore.getState().handed, [orderId]: { at, key } }).filter(
        ([, one]) => serverNow() - Date.parse(one.at) < rememberMs,
      ),
    ),
  );

/** The server did not take the redemption with this key: its order waits again. */
export const forgetHandedOut = (key: string): void =>
  keep(
    Object.fromEntries(Object.entries(useHandedStore.getState().handed).filter(([, one]) => one.key !== key)),
  );

type Offline = {
  readonly pickupPointId: PickupPointId;
  readonly orderId: OrderId;
  readonly presented: Presented;
  readonly label: string;
};

const now = () => new Date(serverNow()).toISOString();

/** Redeems without a signal: kept on the phone, sent later; the server then says which redemption won. */
export const redeemLater = ({ pickupPointId, orderId, presented, label }: Offline): void => {
  const at = now();
  const key = newKey();
  const body: OperationInput<'delivery.syncRedemptions'>['body'] = {
    pickupPointId,
    redemptions: [{ key, code: presented.text, at }],
  };
  queueAction('delivery.syncRedemptions', { body }, { lane: pickupPointId, label, keepsReply: true });
  rememberHandedOut(orderId, at, key);
};

/** The signal went while redeeming with `key`, which may have arrived: sent again with the same key, it happens once. */
export const redeemAgain = ({ pickupPointId, orderId, presented, label }: Offline, key: string): void => {
  const at = now();
  const body = { pickupPointId, code: presented.text, at };
  queueAction('delivery.redeem', { body }, { lane: pickupPointId, label, id: key });
  rememberHandedOut(orderId, at, key);
};

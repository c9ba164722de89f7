import { type ServerMessage, type Snapshot } from './messages';

type Versioned = { readonly key: string; readonly version: number };

const of = (key: string, version: number): Versioned => ({ key, version });

/** Which aggregate a message tells of, and its version; nothing for messages that only pass by. */
const versionOf = ({ name, message }: ServerMessage): Versioned | undefined => {
  switch (name) {
    case 'order_changed':
      return of(message.orderId, message.version);
    case 'route_changed':
      return of(message.routeId, message.version);
    case 'group_order_changed':
      return of(message.groupOrderId, message.version);
    case 'group_buy_progressed':
      return of(`${message.offerId}@${message.pickupPointId}`, message.version);
    case 'pickup_changed':
      return of(message.pickupPointId, message.version);
    case 'city_groups_changed':
      return of(message.cycleId, message.version);
    case 'courier_moved':
    case 'etas_moved':
    case 'neighbour_ordered':
    case 'group_message':
    case 'signed_out':
      return undefined;
  }
};

const versionsIn = (snapshot: Snapshot): Versioned[] => {
  const routes =
    'routes' in snapshot ? snapshot.routes : 'route' in snapshot && snapshot.route ? [snapshot.route] : [];
  const pickups = 'pickups' in snapshot ? snapshot.pickups : 'pickup' in snapshot ? [snapshot.pickup] : [];
  return [
    ...routes.map(({ routeId, version }) => of(routeId, version)),
    ...pickups.map(({ pickupPointId, version }) => of(pickupPointId, version)),
    ...('groups' in snapshot ? snapshot.groups.map(({ cycleId, version }) => of(cycleId, version)) : []),
    ...('order' in snapshot ? [of(snapshot.order.orderId, snapshot.order.version)] : []),
    ...('groupOrder' in snapshot && snapshot.groupOrder
      ? [of(snapshot.groupOrder.groupOrderId, snapshot.groupOrder.version)]
      : []),
    ...('groupBuys' in snapshot
      ? snapshot.groupBuys.map((buy) => of(`${buy.offerId}@${buy.pickupPointId}`, buy.version))
      : []),
  ];
};

/** Remembers how far each aggregate is known, so that old news is dropped and a gap is noticed. */
export const createVersions = () => {
  const known = new Map<string, number>();
  return {
    /** False, and nothing is learned, when news has overtaken the snapshot. */
    learn(snapshot: Snapshot): boolean {
      const told = versionsIn(snapshot);
      if (told.some(({ key, version }) => version < (known.get(key) ?? version))) return false;
      for (const { key, version } of told) known.set(key, version);
      return true;
    },
    /** `old`: known already. `gap`: something was missed before it. */
    judge(message: ServerMessage): 'next' | 'old' | 'gap' {
      const told = versionOf(message);
      if (!told) return 'next';
      const before = known.get(told.key);
      if (before !== undefined && told.version <= before) return 'old';
      known.set(told.key, told.version);
      return before !== undefined && told.version > before + 1 ? 'gap' : 'next';
    },
    forget: () => known.clear(),
  };
};

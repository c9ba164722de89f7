type OfStop<Id> = {
  readonly pickupPointId: Id;
  readonly pickupPointName: string;
  readonly pickupPointNameEn?: string | undefined;
};

/** Orders that come stop by stop, gathered under their stops, which `named` calls by one of their names; one stop may go on over pages of the list. */
export const byStop = <Id extends string, Order extends OfStop<Id>>(
  orders: readonly (Order & OfStop<Id>)[],
  named: (name: string, nameEn: string | undefined) => string,
) => {
  const stops = new Map<Id, { pickupPointId: Id; name: string; orders: Order[] }>();
  for (const order of orders) {
    const { pickupPointId } = order;
    const name = named(order.pickupPointName, order.pickupPointNameEn);
    const stop = stops.get(pickupPointId) ?? { pickupPointId, name, orders: [] };
    stop.orders.push(order);
    stops.set(pickupPointId, stop);
  }
  return [...stops.values()];
};

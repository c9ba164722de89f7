type OfStop<Id> = { readonly pickupPointId: Id; readonly pickupPointName: string };

/** Orders that come stop by stop, gathered under their stops; one stop may go on over pages of the list. */
export const byStop = <Id extends string, Order extends OfStop<Id>>(
  orders: readonly (Order & OfStop<Id>)[],
) => {
  const stops = new Map<Id, { pickupPointId: Id; name: string; orders: Order[] }>();
  for (const order of orders) {
    const { pickupPointId, pickupPointName: name } = order;
    const stop = stops.get(pickupPointId) ?? { pickupPointId, name, orders: [] };
    stop.orders.push(order);
    stops.set(pickupPointId, stop);
  }
  return [...stops.values()];
};

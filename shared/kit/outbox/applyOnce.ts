type Fragment = Readonly<Record<string, unknown>>;

/**
 * Makes the write that an event causes happen once, however often the event comes: the document remembers the ids of the
 * events it has applied (`applied: string[]`, the newest `keep` of them) in the same write, and refuses those it remembers.
 *
 * ```ts
 * const { filter, update } = applyOnce(event.id, { _id: orderId, status: 'paid' }, { $set: { status: 'in_transit' } });
 * const { matchedCount } = await orders.updateOne(filter, update);
 * ```
 * Nothing matched: either it was applied before (the document's `applied` has the id), or your own guard refused it.
 * `keep` bounds how far back a repetition is recognised; it must exceed what one key can receive while an event is tried again.
 */
export function applyOnce(eventId: string, filter: Fragment, update: Fragment, keep = 50) {
  const pushes = update['$push'] as Fragment | undefined;
  return {
    filter: { ...filter, applied: { $ne: eventId } },
    update: { ...update, $push: { ...pushes, applied: { $each: [eventId], $slice: -keep } } },
  };
}

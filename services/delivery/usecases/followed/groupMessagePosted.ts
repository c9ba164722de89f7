import { type EventData } from '#shared/contracts/events';
import { type DeliveryDeps } from '../deps';
import { audiences } from '../live/broadcast';

/** A leader wrote to the group: everybody who follows an order of it gets it; those who get it twice know its id. */
export function groupMessagePosted(
  { broadcast }: DeliveryDeps,
  message: EventData<'orders.group_message_posted.v1'>,
): void {
  broadcast.send(
    [audiences.group(message.groupOrderId), audiences.pickupPoint(message.pickupPointId)],
    'group_message',
    message,
  );
}

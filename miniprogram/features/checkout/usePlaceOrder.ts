import { useQueryClient } from '@tanstack/react-query';
import { type Address } from '#shared/contracts/identity/account';
import { type Quote } from '#shared/contracts/orders/quotes';
import { api } from '@/client/api';
import { isProblem, messageOf } from '@/client/apiProblem';
import { removeFromCart } from '@/client/cart';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { replacePage } from '@/platform/navigate';
import { rememberNote, rememberRecipient, type Recipient } from './recipient';

type Wish = {
  readonly quote: Quote;
  readonly recipient: Recipient;
  readonly note: string;
  /** Absent: collected at the pickup point. */
  readonly address: Address | undefined;
};

/** Places the order at the price that was seen, then goes on to paying. A new price is shown before anything is ordered. */
export const usePlaceOrder = ({
  onPriceChanged,
  onClosed,
}: {
  onPriceChanged: () => void;
  onClosed: () => void;
}) => {
  const queryClient = useQueryClient();
  return useWrite(
    (key, { quote, recipient, note, address }: Wish) =>
      api.orders.placeOrder({
        idempotencyKey: key,
        body: {
          cycleId: quote.cycleId,
          pickupPointId: quote.pickupPointId,
          lines: quote.lines.map(({ offerId, quantity }) => ({ offerId, quantity })),
          fulfilment: address
            ? { kind: 'door', address: `${address.area} ${address.door}`, cityId: address.cityId }
            : { kind: 'pickup' },
          recipient: { name: recipient.name.trim(), phone: recipient.phone },
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          expectedTotal: quote.amounts.total,
        },
      }),
    {
      onSuccess: ({ orderId, fulfilment, recipient, lines }) => {
        // Who receives it at a door stands in the address.
        if (fulfilment === 'pickup') rememberRecipient(recipient);
        rememberNote('');
        removeFromCart(lines.map(({ offerId }) => offerId));
        void queryClient.invalidateQueries({ queryKey: ['orders'] });
        replacePage('/pages/payment/index', { orderId });
      },
      onError: (error) => {
        void queryClient.invalidateQueries({ queryKey: ['quote'] });
        if (isProblem(error, 'PRICE_CHANGED')) onPriceChanged();
        else if (isProblem(error, 'CYCLE_CLOSED')) onClosed();
        // What stands in the way is said beside the button, with the way there.
        else if (!isProblem(error, 'TOO_MANY_UNPAID_ORDERS')) showToast(messageOf(error), 'problem');
      },
    },
  );
};

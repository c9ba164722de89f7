import { useState } from 'react';
import { OpenOrdersNotice } from '@/blocks/order/OpenOrdersNotice';
import { quoteTexts } from '@/blocks/quote/quoteTexts';
import { useCart } from '@/client/cart';
import { useChosenAddress } from '@/client/chosenAddress';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { useAddresses, useMe } from '@/client/useMe';
import { useQuote } from '@/client/useQuote';
import { useCycle, useFirstPlace } from '@/client/useShop';
import { Button } from '@/design/components/Button';
import { Price } from '@/design/components/Price';
import { SkeletonRows } from '@/design/components/Skeleton';
import { EmptyState, Notice } from '@/design/components/States';
import { showToast } from '@/design/components/Toast';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { openTab } from '@/platform/navigate';
import { GoodsCard } from './GoodsCard';
import { HowCard, type Way } from './HowCard';
import { NextCard } from './NextCard';
import {
  lastRecipient,
  noteInProgress,
  recipientOf,
  rememberNote,
  wrongIn,
  type Recipient,
} from './recipient';
import { checkoutTexts } from './texts';
import { usePlaceOrder } from './usePlaceOrder';
import { WhoCard } from './WhoCard';

/** The last look before ordering: how, who, what, how much, and what happens next. */
export function CheckoutScreen() {
  const t = useTexts(checkoutTexts);
  const words = useTexts(quoteTexts);
  const lines = useCart();
  const { place } = useFirstPlace();
  const account = useMe().data;
  const cycle = useCycle(place?.pickupPointId);
  const [way, setWay] = useState<Way>('pickup');
  const [typed, setTyped] = useState<Recipient | undefined>(lastRecipient);
  /** Who receives it at an address, where that was changed for this order. */
  const [typedAt, setTypedAt] = useState<Readonly<Record<string, Recipient>>>({});
  const [note, setNote] = useState(noteInProgress);
  const [tried, setTried] = useState(false);
  const [notice, setNotice] = useState<'priceChanged' | 'closed' | undefined>();
  const chosenId = useChosenAddress((state) => state.addressId);
  // Things are brought to doors of the order's own city only.
  const addresses = (useAddresses().data?.items ?? []).filter(({ cityId }) => cityId === place?.cityId);
  const address = addresses.find(({ addressId }) => addressId === chosenId) ?? addresses[0];
  const quote = useQuote({
    cycleId: cycle.data?.cycle?.cycleId,
    pickupPointId: place?.pickupPointId,
    lines,
    door: way === 'door',
  });
  const order = usePlaceOrder({
    onPriceChanged: () => setNotice('priceChanged'),
    onClosed: () => setNotice('closed'),
  });
  const own = typed ?? { name: account?.displayName ?? '', phone: account?.phone ?? '' };
  const recipient = way === 'door' && address ? (typedAt[address.addressId] ?? recipientOf(address)) : own;
  const changeRecipient = (changed: Recipient) => {
    if (way === 'door' && address) setTypedAt((all) => ({ ...all, [address.addressId]: changed }));
    else setTyped(changed);
  };
  const wrong = wrongIn(recipient);
  const submit = () => {
    setTried(true);
    if (wrong.name || wrong.phone || !quote.data) return;
    if (way === 'door' && !address) {
      showToast(t('needAddress'), 'problem');
      return;
    }
    setNotice(undefined);
    order.mutate({ quote: quote.data, recipient, note, address: way === 'door' ? address : undefined });
  };
  const footer = account && quote.data && lines.length > 0 && (
    <Box className="lt-column">
      <OpenOrdersNotice error={order.error} />
      <Box className="lt-row lt-row--between">
        <Box className="lt-column lt-column--tight">
          <Words className="lt-tiny lt-soft">{words('total')}</Words>
          <Price money={quote.data.amounts.total} size="large" />
        </Box>
        <Button
          size="big"
          busy={order.isPending}
          disabled={!quote.data.orderable || quote.isPlaceholderData}
          onTap={submit}
        >
          {t('place')}
        </Button>
      </Box>
    </Box>
  );
  return (
    <Page title={t('title')} footer={footer}>
      <SignInGate>
        {lines.length === 0 && !order.isSuccess ? (
          <EmptyState
            icon="cart"
            title={t('empty')}
            action={<Button onTap={() => openTab('home')}>{t('toCart')}</Button>}
          />
        ) : cycle.data && !cycle.data.cycle ? (
          <EmptyState
            icon="clock"
            title={t('closed')}
            action={<Button onTap={() => openTab('cart')}>{t('toCart')}</Button>}
          />
        ) : (
          <QueryState query={quote} skeleton={<SkeletonRows rows={4} height="140px" />}>
            {(priced) => (
              <>
                {notice && <Notice tone={notice === 'closed' ? 'tomato' : 'yolk'}>{t(notice)}</Notice>}
                {place && (
                  <HowCard
                    way={way}
                    onWay={setWay}
                    place={place}
                    address={address}
                    pickupDate={priced.pickupDate}
                  />
                )}
                <WhoCard
                  recipient={recipient}
                  onRecipient={changeRecipient}
                  way={way}
                  wrong={tried ? wrong : { name: false, phone: false }}
                  note={note}
                  onNote={(words) => {
                    rememberNote(words);
                    setNote(words);
                  }}
                />
                <GoodsCard quote={priced} />
                <NextCard quote={priced} way={way} />
              </>
            )}
          </QueryState>
        )}
      </SignInGate>
    </Page>
  );
}

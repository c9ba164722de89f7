import { UnpaidOrder } from '@/blocks/order/UnpaidOrder';
import { QuoteSummary } from '@/blocks/quote/QuoteSummary';
import { messageOf } from '@/client/apiProblem';
import { removeFromCart, useCart } from '@/client/cart';
import { useQuote } from '@/client/useQuote';
import { useCycle, useFirstPlace } from '@/client/useShop';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Countdown } from '@/design/components/Countdown';
import { Price } from '@/design/components/Price';
import { EmptyState, Notice } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage, openTab } from '@/platform/navigate';
import { CartRow } from './CartRow';
import { cartTexts } from './texts';
import './cart.scss';

/** What is wanted, priced by the server line by line. */
export function CartScreen() {
  const t = useTexts(cartTexts);
  const say = useBilingual();
  const lines = useCart();
  const { place } = useFirstPlace();
  const cycle = useCycle(place?.pickupPointId).data?.cycle;
  const quote = useQuote({ cycleId: cycle?.cycleId, pickupPointId: place?.pickupPointId, lines });
  if (lines.length === 0)
    return (
      <Page title={t('title')} tab="cart">
        <UnpaidOrder />
        <EmptyState
          icon="cart"
          title={t('empty')}
          detail={t('emptyDetail')}
          action={<Button onTap={() => openTab('home')}>{t('browse')}</Button>}
        />
      </Page>
    );
  const quoted = quote.data?.lines ?? [];
  const gone = quoted.filter(({ state }) => state === 'unavailable').map(({ offerId }) => offerId);
  const estimate = lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amount * quantity, 0);
  return (
    <Page
      title={t('title')}
      tab="cart"
      footer={
        <Box className="lt-row lt-row--between">
          <Box className="lt-column lt-column--tight" live="polite">
            <Words className="lt-tiny lt-soft">{quote.isFetching ? t('repriced') : t('total')}</Words>
            <Price money={quote.data?.amounts.estimatedTotal ?? { amount: estimate }} size="large" />
          </Box>
          <Button
            size="big"
            disabled={quote.data?.orderable !== true || quote.isPlaceholderData}
            onTap={() => openPage('/pages/checkout/index')}
          >
            {t('checkout')}
          </Button>
        </Box>
      }
    >
      <UnpaidOrder />
      {place && (
        <Box className="lt-row lt-row--between lt-row--wrap lt-small lt-soft">
          <Words>{t('collectAt', { name: say(place.name) })}</Words>
          {cycle && (
            <Box className="lt-row">
              <Words>{t('cutoff')}</Words>
              <Countdown until={cycle.cutoffAt} />
            </Box>
          )}
        </Box>
      )}
      {place && !cycle && <Notice tone="yolk">{t('closed')}</Notice>}
      {quote.isError && <Notice tone="tomato">{messageOf(quote.error)}</Notice>}
      {gone.length > 0 && (
        <Notice tone="tomato">
          <Box className="lt-row lt-row--between">
            <Words>{t('fixFirst')}</Words>
            <Button kind="quiet" size="small" onTap={() => removeFromCart(gone)}>
              {t('clean')}
            </Button>
          </Box>
        </Notice>
      )}
      <Card flush>
        <Box as="ul" label={t('lines')}>
          {lines.map((line) => (
            <CartRow
              key={line.offerId}
              line={line}
              quoted={quoted.find(({ offerId }) => offerId === line.offerId)}
            />
          ))}
        </Box>
      </Card>
      {quote.data && (
        <Card>
          <QuoteSummary quote={quote.data} />
        </Card>
      )}
    </Page>
  );
}

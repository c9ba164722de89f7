import { useState } from 'react';
import { type SupplierOrder } from '#shared/contracts/settlement/supplierViews';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { ConfirmSheet } from '@/design/components/Sheet';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { copyText } from '@/platform/share';
import { purchaseTexts } from './texts';
import { useShown } from './usePurchases';

const tell = (error: unknown) => showToast(messageOf(error), 'problem');

/** Send by mail, copy the link, withdraw every link. */
export function SendActions({ order }: { order: SupplierOrder }) {
  const t = useTexts(purchaseTexts);
  const shown = useShown();
  const [withdrawing, setWithdrawing] = useState(false);
  const params = { purchaseOrderId: order.purchaseOrderId };
  const send = useWrite(
    (key, _nothing: undefined) => api.settlement.sendSupplierOrder({ params, body: {}, idempotencyKey: key }),
    {
      onSuccess: (sent) => {
        shown(sent);
        showToast(t(sent.mailFails ? 'sentLater' : 'sentDone'), sent.mailFails ? 'problem' : 'done');
      },
      onError: tell,
    },
  );
  const share = useWrite(
    async (_key, _nothing: undefined) => {
      const { url } = await api.settlement.shareSupplierOrder({ params });
      return { url, sent: await api.settlement.readSupplierOrder({ params }) };
    },
    {
      onSuccess: ({ url, sent }) => {
        shown(sent);
        void copyText(url).then((done) => showToast(done ? t('copied') : t('copyFailed', { url })));
      },
      onError: tell,
    },
  );
  const withdraw = useWrite((_key, _nothing: undefined) => api.settlement.withdrawSupplierLink({ params }), {
    onSuccess: (withdrawn) => {
      shown(withdrawn);
      setWithdrawing(false);
      showToast(t('withdrawn'));
    },
    onError: tell,
  });
  if (order.state === 'cancelled') return null;
  const wasMailed = order.sendings.some(({ by }) => by === 'mail');
  return (
    <>
      <Button busy={send.isPending} onTap={() => send.mutate(undefined)}>
        {t(wasMailed ? 'resend' : 'send')}
      </Button>
      <Button kind="secondary" icon="share" busy={share.isPending} onTap={() => share.mutate(undefined)}>
        {t('copyLink')}
      </Button>
      {order.linkEndsAt !== undefined && (
        <Button kind="quiet" onTap={() => setWithdrawing(true)}>
          {t('withdraw')}
        </Button>
      )}
      <ConfirmSheet
        open={withdrawing}
        title={t('withdrawTitle')}
        body={t('withdrawBody')}
        confirm={t('withdraw')}
        danger
        busy={withdraw.isPending}
        onConfirm={() => withdraw.mutate(undefined)}
        onClose={() => setWithdrawing(false)}
      />
    </>
  );
}

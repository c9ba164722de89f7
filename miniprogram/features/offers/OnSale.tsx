import { useState } from 'react';
import { type OfferRecord } from '#shared/contracts/catalog/offers';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { ConfirmSheet } from '@/design/components/Sheet';
import { Switch } from '@/design/components/Switch';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { offersTexts } from './texts';
import { useOfferChanged } from './useOffers';
import { refundWholeOffer } from './refundWholeOffer';
import { type TermsFormState } from './useTerms';

type Wish = { readonly onSale: boolean; readonly refund: boolean };

/** Takes an offer off sale at once, and puts it back. What was ordered is told first: it comes all the same, unless it is refunded. */
export function OnSale({ offer, form }: { offer: OfferRecord; form: TermsFormState }) {
  const t = useTexts(offersTexts);
  const changed = useOfferChanged();
  const [asking, setAsking] = useState(false);
  const [refund, setRefund] = useState(false);
  const { offerId, cycleId, sold, held } = offer;
  const write = useWrite(
    async (_key, wish: Wish) => {
      const saved = await (wish.onSale
        ? api.catalog.resumeOffer({ params: { offerId } })
        : api.catalog.withdrawOffer({ params: { offerId } }));
      return { saved, refunded: wish.refund ? await refundWholeOffer(offerId, cycleId) : undefined };
    },
    {
      onSuccess: ({ saved, refunded }) => {
        setAsking(false);
        changed(saved);
        if (refunded !== undefined) showToast(t('refundedOrders', { n: refunded }));
        // This change was ours: what is typed below is still about the same offer.
        if (form.draft.version === saved.version - 1) form.change({ version: saved.version });
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
  const turn = (onSale: boolean) => {
    setRefund(false);
    if (!onSale && sold + held > 0) setAsking(true);
    else write.mutate({ onSale, refund: false });
  };
  return (
    <>
      <Switch
        label={t('state')}
        detail={t('stateDetail')}
        on={write.isPending ? write.variables.onSale : offer.onSale}
        onChange={turn}
      />
      <ConfirmSheet
        open={asking}
        title={t('withdrawTitle')}
        body={t('withdrawBody', { sold, held })}
        confirm={t(refund ? 'withdrawAndRefund' : 'withdraw')}
        danger
        busy={write.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => write.mutate({ onSale: false, refund })}
      >
        <Switch label={t('refundAll')} detail={t('refundAllDetail')} on={refund} onChange={setRefund} />
      </ConfirmSheet>
    </>
  );
}

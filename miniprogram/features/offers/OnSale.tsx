import { type OfferRecord } from '#shared/contracts/catalog/offers';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { Switch } from '@/design/components/Switch';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { offersTexts } from './texts';
import { useOfferChanged } from './useOffers';
import { type TermsFormState } from './useTerms';

/** Takes an offer off sale at once, and puts it back. */
export function OnSale({ offer, form }: { offer: OfferRecord; form: TermsFormState }) {
  const t = useTexts(offersTexts);
  const changed = useOfferChanged();
  const { offerId } = offer;
  const write = useWrite(
    (_key, onSale: boolean) =>
      onSale
        ? api.catalog.resumeOffer({ params: { offerId } })
        : api.catalog.withdrawOffer({ params: { offerId } }),
    {
      onSuccess: (saved) => {
        changed(saved);
        // This change was ours: what is typed below is still about the same offer.
        if (form.draft.version === saved.version - 1) form.change({ version: saved.version });
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
  return (
    <Switch
      label={t('state')}
      detail={t('stateDetail')}
      on={write.isPending ? write.variables : offer.onSale}
      onChange={(onSale) => write.mutate(onSale)}
    />
  );
}

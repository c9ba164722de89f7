import { type Cycle } from '#shared/contracts/catalog/cycles';
import { type OfferRecord } from '#shared/contracts/catalog/offers';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { cycleState } from '@/client/cycles';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { changedTerms, checkOffer, newTerms, offerDraft, type OfferDraft, refusedOffer } from './offerDraft';
import { offersTexts } from './texts';
import { readOffer, useOfferChanged } from './useOffers';

export type TermsOf = {
  readonly cycle: Cycle;
  readonly skuId: string;
  /** Absent while a new one is typed. */
  readonly offer?: OfferRecord | undefined;
};

/** The form of an offer's terms. */
export const useTerms = ({ cycle, skuId, offer }: TermsOf, onAdded: (offerId: string) => void) => {
  const t = useTexts(offersTexts);
  const changed = useOfferChanged();
  const isOpen = () => cycleState(cycle, serverNow()) !== 'planned';
  const form = useForm({
    name: 'offer',
    start: offerDraft(offer),
    check: (draft: OfferDraft) => checkOffer(draft, offer === undefined),
    save: (key, draft: OfferDraft) =>
      offer
        ? api.catalog.changeOffer({
            params: { offerId: offer.offerId },
            body: changedTerms(draft, isOpen()),
            idempotencyKey: key,
          })
        : api.catalog.addOffer({
            body: { cycleId: cycle.cycleId, skuId, ...newTerms(draft) },
            idempotencyKey: key,
          }),
    refusal: refusedOffer,
    onSaved: (saved) => {
      changed(saved);
      showToast(offer ? t('saved') : t('added'));
      if (offer) form.restart(offerDraft(saved));
      else onAdded(saved.offerId);
    },
    ...(offer ? { reload: async () => offerDraft(await readOffer(offer.offerId)) } : {}),
  });
  return form;
};

export type TermsFormState = ReturnType<typeof useTerms>;

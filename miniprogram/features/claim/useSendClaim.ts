import { type ClaimCause, type ClaimShare } from '#shared/contracts/orders/claimViews';
import { claimLane } from '@/blocks/claim/claimLane';
import { queueAction } from '@/client/queue';
import { showToast } from '@/design/components/Toast';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { goBack } from '@/platform/navigate';
import { type Photo, type Terms, type TermsLine } from './claimDraft';
import { claimTexts } from './texts';

type Claim = {
  readonly cause: ClaimCause;
  readonly share: ClaimShare;
  readonly photo: Photo;
  readonly note: string;
};

/** Keeps a claim on the phone, to be sent now or with the next signal, and goes back to the order, which shows how far it is. */
export function useSendClaim({ orderId, dayNumber }: Terms) {
  const t = useTexts(claimTexts);
  const say = useBilingual();
  return ({ lineId, title }: TermsLine, { cause, share, photo, note }: Claim) => {
    const words = note.trim();
    const query = `source=${photo.source}${photo.source === 'camera' ? `&dayNumber=${dayNumber}` : ''}`;
    queueAction(
      'orders.openClaim',
      {
        params: { orderId },
        body: { lineId, cause, share, photoIds: [], ...(words === '' ? {} : { note: words }) },
      },
      {
        ...{ lane: claimLane(orderId), label: t('label', { title: say(title) }) },
        ...{ photo: photo.path, photoTo: `/orders/${orderId}/claim-photos?${query}` },
      },
    );
    showToast(t('sent'), 'done');
    goBack();
  };
}

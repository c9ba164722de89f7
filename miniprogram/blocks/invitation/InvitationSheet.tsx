import { type Place } from '@/client/place';
import { ConfirmSheet } from '@/design/components/Sheet';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { invitationTexts } from './texts';
import { type Invitation } from './useInvitation';

/** Asks whether to change to the pickup point of the link that was opened. */
export function InvitationSheet({ point, accept, decline, here }: Invitation & { here: Place | undefined }) {
  const t = useTexts(invitationTexts);
  const say = useBilingual();
  return (
    <ConfirmSheet
      open
      title={t('inviteTitle', { name: say(point.name) })}
      body={t('inviteBody', { here: here ? say(here.name) : '' })}
      confirm={t('inviteYes')}
      onConfirm={accept}
      onClose={decline}
    />
  );
}

import { type RouteCard } from '#shared/contracts/delivery/routes';
import { useSharing } from '@/client/positionSharing';
import { Notice } from '@/design/components/States';
import { useTexts } from '@/i18n/texts';
import { roundTexts } from './texts';

/** Says that, and why, the courier's position is shared. */
export function SharingNotice({ status }: { status: RouteCard['status'] }) {
  const t = useTexts(roundTexts);
  const { state } = useSharing();
  if (status === 'finished') return null;
  if (status !== 'under_way')
    return (
      <Notice tone="sky" icon="pin">
        {t('sharingWait')}
      </Notice>
    );
  if (state === 'refused') return <Notice tone="tomato">{t('sharingRefused')}</Notice>;
  return (
    <Notice tone="sky" icon="pin">
      {t('sharing')}
    </Notice>
  );
}

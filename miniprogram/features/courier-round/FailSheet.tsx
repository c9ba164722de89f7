import { useState } from 'react';
import { type FailureReason, type StopView } from '#shared/contracts/delivery/stopViews';
import { choosePhoto } from '@/client/upload';
import { Button } from '@/design/components/Button';
import { Chip } from '@/design/components/Chip';
import { Picture } from '@/design/components/Picture';
import { Sheet } from '@/design/components/Sheet';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { keepPhoto } from '@/platform/photoFile';
import { roundTexts } from './texts';
import { useRoundActions } from './useRoundActions';

const reasons = [
  'nobody_there',
  'no_access',
  'point_closed',
  'refused',
  'goods_spoiled',
  'vehicle_broken',
  'other',
] as const satisfies readonly FailureReason[];

/** Why a stop cannot be delivered, with a photo; kept on the phone until there is a signal. */
export function FailSheet({ stop, onClose }: { stop: StopView; onClose: () => void }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const actions = useRoundActions(stop.routeId);
  const [reason, setReason] = useState<FailureReason>('nobody_there');
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<string | undefined>();
  const take = async () => {
    const path = await choosePhoto();
    if (path === undefined) return;
    try {
      setPhoto(await keepPhoto(path));
    } catch {
      showToast(t('photoUnreadable'), 'problem');
    }
  };
  const confirm = () => {
    if (photo === undefined) return;
    const words = note.trim();
    actions.fail(stop.stopId, say(stop.pickupPoint.name), {
      reason,
      photo,
      ...(words === '' ? {} : { note: words }),
    });
    onClose();
  };
  return (
    <Sheet
      open
      title={t('failTitle')}
      onClose={onClose}
      footer={
        <Button block size="big" kind="danger" disabled={photo === undefined} onTap={confirm}>
          {t('failConfirm')}
        </Button>
      }
    >
      <Box className="lt-column">
        <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('failTitle')}>
          {reasons.map((one) => (
            <Chip key={one} role="radio" chosen={one === reason} onTap={() => setReason(one)}>
              {t(one)}
            </Chip>
          ))}
        </Box>
        {photo !== undefined && <Picture src={photo} alt={t('failPhotoAlt')} ratio={0.6} eager />}
        <Button block kind="secondary" icon="camera" onTap={() => void take()}>
          {t(photo === undefined ? 'failPhoto' : 'failPhotoAgain')}
        </Button>
        {photo === undefined && <Words className="lt-small lt-soft">{t('failPhotoNeeded')}</Words>}
        <TextField
          id="fail-note"
          optional
          label={t('failNote')}
          value={note}
          onChange={setNote}
          maxLength={300}
          multiline
        />
      </Box>
    </Sheet>
  );
}

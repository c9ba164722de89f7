import { useState } from 'react';
import { type FailureReason, failureReasons, type StopView } from '#shared/contracts/delivery/stopViews';
import { PhotoNote } from '@/blocks/photo/PhotoNote';
import { Button } from '@/design/components/Button';
import { Chip } from '@/design/components/Chip';
import { Sheet } from '@/design/components/Sheet';
import { Box } from '@/design/primitives/Box';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { keepPhoto } from '@/platform/photoFile';
import { roundTexts } from './texts';
import { useRoundActions } from './useRoundActions';

/** Why a stop cannot be delivered, with a photo; kept on the phone until there is a signal. */
export function FailSheet({ stop, onClose }: { stop: StopView; onClose: () => void }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const actions = useRoundActions(stop.routeId);
  const [reason, setReason] = useState<FailureReason>('nobody_there');
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<string | undefined>();
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
          {failureReasons.map((one) => (
            <Chip key={one} role="radio" chosen={one === reason} onTap={() => setReason(one)}>
              {t(one)}
            </Chip>
          ))}
        </Box>
        <PhotoNote
          id="fail-note"
          photo={photo}
          onPhoto={async (path) => setPhoto(await keepPhoto(path))}
          needed
          note={note}
          onNote={setNote}
        />
      </Box>
    </Sheet>
  );
}

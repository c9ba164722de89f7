import { useState } from 'react';
import { arrivalReasons } from '#shared/contracts/delivery/stopViews';
import { Button } from '@/design/components/Button';
import { Chip } from '@/design/components/Chip';
import { Sheet } from '@/design/components/Sheet';
import { TextField } from '@/design/components/TextField';
import { formatDistance } from '@/design/format/measure';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { roundTexts } from './texts';
import { type Arrival } from './useRoundActions';

export type FarReason = NonNullable<Arrival['confirmedFar']>;

type FarSheetProps = {
  /** Of the pickup point, and how far the phone is from it. */
  name: string;
  metres: number;
  onClose: () => void;
  onConfirm: (reason: FarReason) => void;
};

/** Why somebody has arrived whose phone is somewhere else: leader and operators see it. */
export function FarSheet({ name, metres, onClose, onConfirm }: FarSheetProps) {
  const t = useTexts(roundTexts);
  const language = useLanguage();
  const [reason, setReason] = useState<FarReason['reason'] | undefined>();
  const [note, setNote] = useState('');
  const words = note.trim();
  const wordless = reason === 'other' && words === '';
  const confirm = () => {
    if (reason !== undefined) onConfirm({ reason, ...(words === '' ? {} : { note: words }) });
  };
  return (
    <Sheet
      open
      title={t('farTitle')}
      onClose={onClose}
      footer={
        <Button block size="big" disabled={reason === undefined || wordless} onTap={confirm}>
          {t('arriveAnyway')}
        </Button>
      }
    >
      <Box className="lt-column">
        <Words as="p">{t('farBody', { distance: formatDistance(metres, language), name })}</Words>
        <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('farTitle')}>
          {arrivalReasons.map((one) => (
            <Chip key={one} role="radio" chosen={one === reason} onTap={() => setReason(one)}>
              {t(one)}
            </Chip>
          ))}
        </Box>
        <TextField
          id="far-note"
          multiline
          optional={reason !== 'other'}
          label={t('farNote')}
          value={note}
          onChange={setNote}
          maxLength={300}
        />
      </Box>
    </Sheet>
  );
}

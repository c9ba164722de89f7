import { useState } from 'react';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Sheet } from '@/design/components/Sheet';
import { TextField } from '@/design/components/TextField';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { type cratesLeft } from './round';
import { roundTexts } from './texts';

type MissingSheetProps = {
  left: ReturnType<typeof cratesLeft>;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Asks why crates stay behind before leaving without them. */
export function MissingSheet({ left, onConfirm, onClose }: MissingSheetProps) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const [reason, setReason] = useState('');
  return (
    <Sheet
      open
      title={t('missingTitle')}
      onClose={onClose}
      footer={
        <Button
          block
          size="big"
          kind="danger"
          disabled={reason.trim() === ''}
          onTap={() => onConfirm(reason.trim())}
        >
          {t('missingConfirm')}
        </Button>
      }
    >
      <Box className="lt-column">
        <Words as="p">{t('missingBody', { n: left.length })}</Words>
        <Card flush>
          {left.map(({ stop, crate }) => (
            <ListRow
              key={crate.crateId}
              icon="crate"
              title={crate.label}
              detail={`${stop.sequence}. ${say(stop.pickupPoint.name)}`}
              trailing={<Words>{t('units', { n: crate.units })}</Words>}
            />
          ))}
        </Card>
        <TextField
          id="missing-reason"
          label={t('missingReason')}
          hint={t('missingReasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={200}
        />
      </Box>
    </Sheet>
  );
}

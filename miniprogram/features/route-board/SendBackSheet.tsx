import { useState } from 'react';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { ConfirmSheet } from '@/design/components/Sheet';
import { TextField } from '@/design/components/TextField';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { routeBoardTexts } from './texts';
import { useSendBack } from './useDecisions';

const maxNote = 300;

/** Gives up a failed visit: says what that means for the orders, and takes a note of why. */
export function SendBackSheet({ stop, onClose }: { stop: StopView; onClose: () => void }) {
  const t = useTexts(routeBoardTexts);
  const name = useBilingual()(stop.pickupPoint.name);
  const [note, setNote] = useState('');
  const sendBack = useSendBack(stop, onClose);
  return (
    <ConfirmSheet
      open
      title={t('sendBackTitle', { name })}
      body={t('sendBackBody', { orders: stop.orders })}
      confirm={t('sendBackConfirm')}
      danger
      busy={sendBack.isPending}
      onConfirm={() => sendBack.mutate(note.trim())}
      onClose={onClose}
    >
      <TextField
        id="send-back-note"
        optional
        label={t('sendBackNote')}
        hint={t('sendBackNoteHint')}
        value={note}
        onChange={setNote}
        maxLength={maxNote}
        multiline
      />
    </ConfirmSheet>
  );
}

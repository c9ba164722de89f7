import { Card } from '@/design/components/Card';
import { TextField } from '@/design/components/TextField';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { type Way } from './HowCard';
import { type Recipient } from './recipient';
import { checkoutTexts } from './texts';

type WhoCardProps = {
  way: Way;
  recipient: Recipient;
  onRecipient: (recipient: Recipient) => void;
  wrong: { name: boolean; phone: boolean };
  note: string;
  onNote: (note: string) => void;
};

/** Who collects it or receives it, and what else there is to say. */
export function WhoCard({ way, recipient, onRecipient, wrong, note, onNote }: WhoCardProps) {
  const t = useTexts(checkoutTexts);
  return (
    <Card label={t(way === 'door' ? 'whoDoor' : 'who')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t(way === 'door' ? 'whoDoor' : 'who')}
        </Words>
        <TextField
          id="recipient-name"
          label={t('name')}
          value={recipient.name}
          maxLength={40}
          autoComplete="name"
          error={wrong.name ? t('nameWrong') : undefined}
          onChange={(name) => onRecipient({ ...recipient, name })}
        />
        <TextField
          id="recipient-phone"
          kind="contact"
          label={t('phone')}
          value={recipient.phone}
          autoComplete="tel"
          error={wrong.phone ? t('phoneWrong') : undefined}
          onChange={(phone) => onRecipient({ ...recipient, phone })}
        />
        <TextField
          id="note"
          optional
          label={t('note')}
          value={note}
          maxLength={200}
          placeholder={t('noteHint')}
          onChange={onNote}
        />
      </Box>
    </Card>
  );
}

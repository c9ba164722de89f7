import { useState } from 'react';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { applicationTexts } from './texts';
import { useApply, type ApplicationDraft } from './useApplication';

const isPhone = (text: string) => /^1[3-9][0-9]{9}$/.test(text);

/** Who I am and where neighbours would collect. */
export function ApplicationForm({ phone }: { phone: string }) {
  const t = useTexts(applicationTexts);
  const [draft, setDraft] = useState<ApplicationDraft>({
    name: '',
    phone,
    place: '',
    address: '',
    coldStorage: false,
    message: '',
  });
  const [tried, setTried] = useState(false);
  const apply = useApply();
  const change = (part: Partial<ApplicationDraft>) => setDraft({ ...draft, ...part });
  const missing = (text: string) => (tried && text.trim() === '' ? t('missing') : undefined);
  const submit = () => {
    setTried(true);
    const complete = [draft.name, draft.place, draft.address].every((text) => text.trim() !== '');
    if (complete && isPhone(draft.phone)) apply.mutate(draft);
  };
  return (
    <Card>
      <Box className="lt-column">
        <TextField
          id="applicant"
          label={t('name')}
          value={draft.name}
          maxLength={20}
          error={missing(draft.name)}
          onChange={(name) => change({ name })}
        />
        <TextField
          id="applicant-phone"
          kind="phone"
          label={t('phone')}
          value={draft.phone}
          maxLength={11}
          error={tried && !isPhone(draft.phone) ? t('phoneWrong') : undefined}
          onChange={(text) => change({ phone: text.replace(/\D/g, '') })}
        />
        <TextField
          id="place"
          label={t('place')}
          hint={t('placeHint')}
          value={draft.place}
          maxLength={60}
          error={missing(draft.place)}
          onChange={(place) => change({ place })}
        />
        <TextField
          id="place-address"
          label={t('address')}
          value={draft.address}
          maxLength={120}
          error={missing(draft.address)}
          onChange={(address) => change({ address })}
        />
        <Switch
          label={t('cold')}
          detail={t('coldDetail')}
          on={draft.coldStorage}
          onChange={(coldStorage) => change({ coldStorage })}
        />
        <TextField
          id="message"
          multiline
          optional
          label={t('message')}
          value={draft.message}
          maxLength={300}
          onChange={(message) => change({ message })}
        />
        <Button block size="big" busy={apply.isPending} onTap={submit}>
          {t('apply')}
        </Button>
      </Box>
    </Card>
  );
}

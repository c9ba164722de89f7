import { useState } from 'react';
import { Button } from '@/design/components/Button';
import { Sheet } from '@/design/components/Sheet';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { meTexts } from './texts';
import { useUpdateMe } from './useAccountActions';

/** Changes the display name. */
export function NameSheet({ name: before, onClose }: { name: string; onClose: () => void }) {
  const t = useTexts(meTexts);
  const [name, setName] = useState(before);
  const update = useUpdateMe(() => {
    showToast(t('saved'));
    onClose();
  });
  const wanted = name.trim();
  return (
    <Sheet
      open
      title={t('editName')}
      onClose={onClose}
      footer={
        <Button
          block
          busy={update.isPending}
          disabled={wanted === ''}
          onTap={() => update.mutate({ displayName: wanted })}
        >
          {t('save')}
        </Button>
      }
    >
      <TextField
        id="display-name"
        label={t('name')}
        hint={t('nameHint')}
        value={name}
        maxLength={20}
        onChange={setName}
      />
    </Sheet>
  );
}

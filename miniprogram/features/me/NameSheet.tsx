import { isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { meTexts } from './texts';
import { changeMe, useMeChanged } from './useAccountActions';

/** Changes the display name. */
export function NameSheet({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTexts(meTexts);
  const changed = useMeChanged();
  const form = useForm({
    name: 'me',
    start: { displayName: name },
    check: ({ displayName }) => ({ displayName: isFilled(displayName) }),
    save: (_key, { displayName }) => changeMe({ displayName: displayName.trim() }),
    onSaved: (account) => {
      changed(account);
      showToast(t('saved'));
      onClose();
    },
  });
  return (
    <FormSheet title={t('editName')} form={form} onClose={onClose}>
      <TextField {...form.field('displayName')} label={t('name')} hint={t('nameHint')} maxLength={30} />
    </FormSheet>
  );
}

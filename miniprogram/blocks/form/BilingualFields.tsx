import { TextField } from '@/design/components/TextField';
import { useTexts } from '@/i18n/texts';
import { Pair } from './Pair';
import { formTexts } from './texts';

type Field = { id: string; value: string; error: string | undefined; onChange: (value: string) => void };
type BilingualFieldsProps = {
  label: string;
  zh: Field;
  en: Field;
  maxLength: number;
  multiline?: boolean;
  optional?: boolean;
  hint?: string;
};

/** The same words in both languages; side by side where there is room. */
export function BilingualFields({ label, zh, en, hint, ...input }: BilingualFieldsProps) {
  const t = useTexts(formTexts);
  return (
    <Pair>
      <TextField {...zh} {...input} label={t('inZh', { label })} hint={hint} />
      <TextField {...en} {...input} label={t('inEn', { label })} />
    </Pair>
  );
}

import { Pair } from '@/blocks/form/Pair';
import { SelectField } from '@/design/components/SelectField';
import { TextField } from '@/design/components/TextField';
import { useTexts } from '@/i18n/texts';
import { noGroup } from './offerDraft';
import { offersTexts } from './texts';
import { type TermsFormState } from './useTerms';

/** Whether neighbours must come together for it, and how many. */
export function GroupFields({ form: { draft, field } }: { form: TermsFormState }) {
  const t = useTexts(offersTexts);
  return (
    <Pair>
      <SelectField
        {...field('groupKind')}
        label={t('groupTitle')}
        options={[
          { value: noGroup, text: t('groupNone') },
          { value: 'shoppers', text: t('groupShoppers') },
          { value: 'units', text: t('groupUnits') },
        ]}
      />
      {draft.groupKind !== noGroup && (
        <TextField {...field('groupCount')} kind="digits" label={t('groupCount')} maxLength={6} />
      )}
    </Pair>
  );
}

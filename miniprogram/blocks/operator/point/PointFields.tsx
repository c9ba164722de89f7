import { BilingualFields } from '@/blocks/form/BilingualFields';
import { type useForm } from '@/blocks/form/useForm';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { useTexts } from '@/i18n/texts';
import { type PointDraft } from './draft';
import { HoursFields } from './HoursFields';
import { PositionFields } from './PositionFields';
import { pointTexts } from './texts';

type PointForm = Pick<
  ReturnType<typeof useForm<PointDraft, unknown>>,
  'draft' | 'change' | 'errorOf' | 'field'
>;

/** All that is to be known of a pickup point. */
export function PointFields({ form }: { form: PointForm }) {
  const t = useTexts(pointTexts);
  const { draft, change, errorOf, field } = form;
  return (
    <>
      <BilingualFields label={t('name')} zh={field('nameZh')} en={field('nameEn')} maxLength={40} />
      <TextField {...field('address')} label={t('address')} maxLength={120} />
      <PositionFields lng={field('lng')} lat={field('lat')} onChange={change} />
      <HoursFields draft={draft} error={errorOf('hours')} onChange={(hours) => change({ hours })} />
      <TextField {...field('capacity')} kind="digits" label={t('capacity')} maxLength={4} />
      <Switch
        label={t('cold')}
        detail={t('coldDetail')}
        on={draft.coldStorage}
        onChange={(coldStorage) => change({ coldStorage })}
      />
    </>
  );
}

import { useCities } from '@/client/cities';
import { SelectField } from '@/design/components/SelectField';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { cycleTexts } from './texts';

/** The city worked for; nothing to choose where there is one only. */
export function CityField() {
  const t = useTexts(cycleTexts);
  const say = useBilingual();
  const { query, city, choose } = useCities();
  if (!query.data || query.data.length < 2) return null;
  return (
    <SelectField
      id="city"
      label={t('city')}
      value={city?.cityId ?? ''}
      options={query.data.map(({ cityId, name }) => ({ value: cityId, text: say(name) }))}
      onChange={choose}
    />
  );
}

import { Tabs } from '@/design/components/Tabs';
import { useTexts } from '@/i18n/texts';
import { consolidationTexts } from './texts';
import { rememberUnit } from './weightUnit';
import { type WeightUnit, weightUnits } from './weights';

type UnitTabsProps = { unit: WeightUnit; onUnit: (unit: WeightUnit) => void };

/** In what weights are typed; remembered for the next time. */
export function UnitTabs({ unit, onUnit }: UnitTabsProps) {
  const t = useTexts(consolidationTexts);
  return (
    <Tabs
      label={t('unit')}
      value={unit}
      onChange={(next) => {
        rememberUnit(next);
        onUnit(next);
      }}
      tabs={weightUnits.map((value) => ({ value, text: t(value) }))}
    />
  );
}

import { type CrateView } from '#shared/contracts/delivery/stopViews';
import { WarmNote } from '@/blocks/warm/WarmNote';
import { Card } from '@/design/components/Card';
import { Stepper } from '@/design/components/Stepper';
import { Tag } from '@/design/components/Tag';
import { TextField } from '@/design/components/TextField';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { type CountedCrate } from './counting';
import { roundTexts } from './texts';

type CrateCountProps = {
  crate: CrateView;
  count: CountedCrate;
  /** Its temperature is asked for and is not there. */
  wrong: boolean;
  onChange: (count: CountedCrate) => void;
};

/** One crate at the handover: how many units, and how cold. */
export function CrateCount({ crate, count, wrong, onChange }: CrateCountProps) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const differs = count.units !== crate.units;
  return (
    <Card label={crate.label}>
      <Box className="lt-column">
        <Box className="lt-row lt-row--between">
          <Words className="lt-title">{crate.label}</Words>
          {crate.missing === undefined && (
            <Tag tone={differs ? 'tomato' : 'leaf'} icon={differs ? 'warning' : 'check'}>
              {differs ? t('crateDiffers', { n: crate.units }) : t('crateComplete')}
            </Tag>
          )}
        </Box>
        <Words className="lt-soft lt-small">
          {crate.items.map(({ title, units }) => `${say(title)} × ${units}`).join(' · ')}
        </Words>
        <WarmNote crate={crate} />
        {crate.missing === undefined ? (
          <>
            <Box className="lt-row lt-row--between">
              <Words>{t('counted')}</Words>
              <Stepper
                value={count.units}
                max={crate.units * 2 + 20}
                name={`${crate.label} ${t('counted')}`}
                onChange={(units) => onChange({ ...count, units })}
              />
            </Box>
            {crate.zone === 'cold' && (
              <TextField
                id={`celsius-${crate.crateId}`}
                label={t('celsius')}
                hint={
                  crate.maxCelsius === undefined
                    ? t('celsiusHint')
                    : t('celsiusLimit', { max: crate.maxCelsius })
                }
                error={wrong ? t('celsiusWrong') : undefined}
                value={count.celsius}
                onChange={(celsius) => onChange({ ...count, celsius })}
                maxLength={5}
              />
            )}
          </>
        ) : (
          <Words className="lt-tomato">
            {t(crate.warm?.decision?.kind === 'send_back' ? 'crateSentBack' : 'crateMissing')}
          </Words>
        )}
      </Box>
    </Card>
  );
}

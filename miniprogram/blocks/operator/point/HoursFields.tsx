import { Pair } from '@/blocks/form/Pair';
import { Button } from '@/design/components/Button';
import { MomentField } from '@/design/components/SelectField';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { canAddHours, type PointDraft } from './draft';
import { pointTexts } from './texts';
import '@/blocks/form/form.scss';

type HoursFieldsProps = {
  draft: PointDraft;
  error: string | undefined;
  onChange: (hours: PointDraft['hours']) => void;
};

/** When neighbours can collect: up to three times a day. */
export function HoursFields({ draft, error, onChange }: HoursFieldsProps) {
  const t = useTexts(pointTexts);
  const { hours } = draft;
  const change = (index: number, part: Partial<PointDraft['hours'][number]>) =>
    onChange(hours.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Box role="group" label={t('hours')} className="lt-column">
      <Words className="lt-strong">{t('hours')}</Words>
      <Words className="lt-small lt-soft">{t('hoursHint')}</Words>
      {hours.map(({ from, to }, index) => (
        <Box key={index} className="lt-column lt-column--tight">
          <Pair>
            <MomentField
              id={`hours-from-${index}`}
              kind="time"
              label={t('from', { n: index + 1 })}
              value={from}
              onChange={(value) => change(index, { from: value })}
            />
            <MomentField
              id={`hours-to-${index}`}
              kind="time"
              label={t('to', { n: index + 1 })}
              value={to}
              onChange={(value) => change(index, { to: value })}
            />
          </Pair>
          {hours.length > 1 && (
            <Button kind="quiet" icon="trash" onTap={() => onChange(hours.filter((_, at) => at !== index))}>
              {t('removeHours', { n: index + 1 })}
            </Button>
          )}
        </Box>
      ))}
      {error !== undefined && <Words className="lt-small lt-tomato">{error}</Words>}
      {canAddHours(draft) && (
        <Button
          kind="secondary"
          icon="plus"
          onTap={() => onChange([...hours, { from: '12:00', to: '14:00' }])}
        >
          {t('addHours')}
        </Button>
      )}
    </Box>
  );
}

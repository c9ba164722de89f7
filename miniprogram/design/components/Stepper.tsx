import { useTexts } from '@/i18n/texts';
import { designTexts } from '../designTexts';
import { Icon } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Tap } from '../primitives/Tap';
import { Words } from '../primitives/Words';

type StepperProps = {
  value: number;
  onChange: (value: number) => void;
  /** What is counted, for the spoken names of the two buttons. */
  name: string;
  min?: number;
  max?: number;
};

/** How many: minus, the number, plus. At 0 only plus is shown. */
export function Stepper({ value, onChange, name, min = 0, max = 999 }: StepperProps) {
  const t = useTexts(designTexts);
  return (
    <Box className="lt-stepper" role="group" label={name}>
      {value > 0 && (
        <>
          <Tap
            className="lt-stepper__button"
            label={t('less', { name })}
            disabled={value <= min}
            onTap={() => onChange(value - 1)}
          >
            <Icon name="minus" />
          </Tap>
          <Box live="polite" className="lt-stepper__value">
            <Words>{value}</Words>
          </Box>
        </>
      )}
      <Tap
        className="lt-stepper__button lt-stepper__button--more"
        label={t('more', { name })}
        disabled={value >= max}
        onTap={() => onChange(value + 1)}
      >
        <Icon name="plus" />
      </Tap>
    </Box>
  );
}

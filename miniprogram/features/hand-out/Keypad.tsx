import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { TextField } from '@/design/components/TextField';
import { Icon } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { canScan, scanCode } from '@/platform/scanCode';
import { handOutTexts } from './texts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

type KeypadProps = {
  /** What is shown. */
  value: string;
  /** A key was pressed: what it makes of what was typed, which may be more than is shown. */
  press: (change: (typed: string) => string) => void;
};

/** A code comes in: by big digits, by the phone's or the desktop's keyboard, pasted, or scanned. */
export function Keypad({ value, press }: KeypadProps) {
  const t = useTexts(handOutTexts);
  const scan = async () => {
    const text = await scanCode();
    if (text !== undefined) press(() => text);
  };
  return (
    <Card className="hand-out-keypad">
      <Box className="lt-column">
        <TextField
          id="pickup-code"
          label={t('enter')}
          hint={t('enterHint')}
          kind="digits"
          value={value}
          onChange={(text) => press(() => text)}
          maxLength={200}
          autoComplete="off"
        />
        <Box className="hand-out-keypad__keys" role="group" label={t('keypad')}>
          {digits.map((digit) => (
            <Tap key={digit} className="hand-out-keypad__key" onTap={() => press((typed) => typed + digit)}>
              <Words>{digit}</Words>
            </Tap>
          ))}
          <Tap className="hand-out-keypad__key" label={t('clear')} onTap={() => press(() => '')}>
            <Icon name="trash" />
          </Tap>
          <Tap className="hand-out-keypad__key" onTap={() => press((typed) => `${typed}0`)}>
            <Words>0</Words>
          </Tap>
          <Tap
            className="hand-out-keypad__key"
            label={t('erase')}
            onTap={() => press((typed) => typed.slice(0, -1))}
          >
            <Icon name="erase" />
          </Tap>
        </Box>
        {canScan && (
          <Button block size="big" icon="scan" onTap={() => void scan()}>
            {t('scan')}
          </Button>
        )}
      </Box>
    </Card>
  );
}

import { Box } from '../primitives/Box';
import { Tap } from '../primitives/Tap';
import { Words } from '../primitives/Words';

type SwitchProps = { label: string; detail?: string; on: boolean; onChange: (on: boolean) => void };

/** A whole line that is on or off. */
export function Switch({ label, detail, on, onChange }: SwitchProps) {
  return (
    <Tap role="switch" chosen={on} onTap={() => onChange(!on)} className="lt-list-row lt-switch">
      <Box className="lt-grow">
        <Words>{label}</Words>
        {detail !== undefined && (
          <Box className="lt-list-row__detail">
            <Words>{detail}</Words>
          </Box>
        )}
      </Box>
      <Box decorative className={on ? 'lt-switch__track lt-switch__track--on' : 'lt-switch__track'}>
        <Box className="lt-switch__knob" />
      </Box>
    </Tap>
  );
}

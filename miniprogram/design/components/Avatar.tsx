import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';

const tones = 5;
const toneOf = (name: string) =>
  Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tones;

/** Initials on a plate whose colour belongs to the name. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <Box decorative className={`lt-avatar lt-avatar--${toneOf(name)} ${small ? 'lt-avatar--small' : ''}`}>
      <Words>
        {Array.from(name.trim())
          .slice(0, /^[\x20-\x7e]/.test(name) ? 2 : 1)
          .join('')}
      </Words>
    </Box>
  );
}

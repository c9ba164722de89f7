import { type Bilingual } from '#shared/contracts/common';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';

/** What is sold and how it is packed. */
export function Goods({ title, pack }: { title: Bilingual; pack: Bilingual }) {
  const say = useBilingual();
  return (
    <Box className="lt-row lt-row--wrap">
      <Words>{say(title)}</Words>
      <Words className="lt-small lt-soft consolidation-pack">{say(pack)}</Words>
    </Box>
  );
}

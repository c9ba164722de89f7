import { type ServerMessage } from '@/client/realtime';
import { Avatar } from '@/design/components/Avatar';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { homeTexts } from './texts';

type Bought = Extract<ServerMessage, { name: 'neighbour_ordered' }>['message'];

const shown = 3;

/** What neighbours just bought, newest first. The line keeps its place while there is no news. */
export function NeighbourLine({ bought }: { bought: readonly Bought[] }) {
  const t = useTexts(homeTexts);
  const say = useBilingual();
  return (
    <Box as="section" label={t('neighbours')} scrolls className="lt-scroll home-neighbours">
      {bought.length === 0 && <Words className="home-neighbours__one lt-soft">{t('noNews')}</Words>}
      {bought.slice(0, shown).map(({ initial, title, quantity, at }) => (
        <Box key={`${at}${initial}${title.en}`} className="home-neighbours__one">
          <Avatar name={initial} small />
          <Words>{t('justBought', { initial, title: say(title), n: quantity })}</Words>
        </Box>
      ))}
    </Box>
  );
}

import { type Place } from '@/client/place';
import { Icon } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { homeTexts } from './texts';

/** Where I collect, and the way to search. */
export function HomeHead({ place }: { place: Place | undefined }) {
  const t = useTexts(homeTexts);
  const say = useBilingual();
  const name = place ? say(place.name) : t('choosePlace');
  return (
    <Box className="home-head">
      <Tap
        className="home-head__place"
        label={place ? t('placeLabel', { name }) : name}
        onTap={() => openPage('/pages/pickup-points/index')}
      >
        <Icon name="pin" />
        <Words className="lt-strong lt-clamp-1">{name}</Words>
        <Icon name="down" className="home-head__down" />
      </Tap>
      <Tap
        className="home-head__search"

        onTap={() => openPage('/pages/search/index')}
      >
        <Icon name="search" />
        <Words className="lt-clamp-1">{t('search')}</Words>
      </Tap>
    </Box>
  );
}

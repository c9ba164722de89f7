import { Icon, type IconName } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { operatorHomeTexts } from './texts';

type Way = {
  readonly text: keyof (typeof operatorHomeTexts)['zh'] & `to${string}`;
  readonly icon: IconName;
  readonly page: `/operator/${string}`;
};

const ways: readonly Way[] = [
  { text: 'toCity', icon: 'map', page: '/operator/city/index' },
  { text: 'toConsolidation', icon: 'receipt', page: '/operator/consolidation/index' },
  { text: 'toRoutes', icon: 'truck', page: '/operator/routes/index' },
  { text: 'toCycles', icon: 'calendar', page: '/operator/cycles/index' },
  { text: 'toProducts', icon: 'bag', page: '/operator/products/index' },
  { text: 'toStock', icon: 'crate', page: '/operator/stock/index' },
  { text: 'toPlaces', icon: 'shop', page: '/operator/places/index' },
  { text: 'toCouriers', icon: 'navigate', page: '/operator/couriers/index' },
  { text: 'toApplications', icon: 'people', page: '/operator/applications/index' },
  { text: 'toAccounts', icon: 'person', page: '/operator/accounts/index' },
];

/** All that an operator can do, one tap away. */
export function Ways() {
  const t = useTexts(operatorHomeTexts);
  return (
    <Box as="nav" label={t('more')} className="operator-ways">
      {ways.map(({ text, icon, page }) => (
        <Tap key={text} role="link" className="operator-way" onTap={() => openPage(page)}>
          <Icon name={icon} className="operator-way__icon" />
          <Words>{t(text)}</Words>
        </Tap>
      ))}
    </Box>
  );
}

import { Icon, type IconName } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { type Pickup } from './nextStep';
import { todayTexts } from './texts';

type Way = {
  text: keyof (typeof todayTexts)['zh'] & `to${string}`;
  icon: IconName;
  page: `/leader/${string}`;
  count?: 'ready' | 'overdue';
};

const ways: readonly Way[] = [
  { text: 'toHandOut', icon: 'qr', page: '/leader/hand-out/index', count: 'ready' },
  { text: 'toReceive', icon: 'crate', page: '/leader/receive/index' },
  { text: 'toOrders', icon: 'list', page: '/leader/orders/index' },
  { text: 'toShare', icon: 'share', page: '/leader/share/index' },
  { text: 'toNeighbour', icon: 'people', page: '/leader/neighbour/index' },
  { text: 'toMessage', icon: 'edit', page: '/leader/message/index' },
  { text: 'toOverdue', icon: 'clock', page: '/leader/overdue/index', count: 'overdue' },
  { text: 'toCommission', icon: 'wallet', page: '/leader/commission/index' },
];

/** All that a leader can do, one tap away. */
export function Shortcuts({ pickup }: { pickup: Pickup }) {
  const t = useTexts(todayTexts);
  return (
    <Box as="nav" label={t('more')} className="today-ways">
      {ways.map(({ text, icon, page, count }) => (
        <Tap key={text} role="link" className="today-way" onTap={() => openPage(page)}>
          <Icon name={icon} className="today-way__icon" />
          <Words>{t(text)}</Words>
          {count && pickup[count] > 0 && <Words className="today-way__count">{pickup[count]}</Words>}
        </Tap>
      ))}
    </Box>
  );
}

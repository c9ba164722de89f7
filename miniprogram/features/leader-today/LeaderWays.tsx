import { Shortcuts } from '@/design/components/Shortcuts';
import { type IconName } from '@/design/icon/Icon';
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
  { text: 'toStatements', icon: 'receipt', page: '/leader/statements/index' },
];

/** All that a leader can do, one tap away. */
export function LeaderWays({ pickup }: { pickup: Pickup }) {
  const t = useTexts(todayTexts);
  const shortcuts = ways.map(({ text, icon, page, count }) => ({
    ...{ text: t(text), icon, onTap: () => openPage(page) },
    count: count && pickup[count],
  }));
  return <Shortcuts label={t('more')} shortcuts={shortcuts} />;
}

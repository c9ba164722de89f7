import { type designTexts } from '../designTexts';
import { type IconName } from '../icon/Icon';
import { type TabPage } from '@/platform/routes';

type Tab = { tab: TabPage; text: keyof (typeof designTexts)['zh'] & `tab${string}`; icon: IconName };

/** In the order of `tabBar.list` in app.config.ts. */
export const tabs: readonly Tab[] = [
  { tab: 'home', text: 'tabHome', icon: 'home' },
  { tab: 'cart', text: 'tabCart', icon: 'cart' },
  { tab: 'orders', text: 'tabOrders', icon: 'receipt' },
  { tab: 'me', text: 'tabMe', icon: 'person' },
];

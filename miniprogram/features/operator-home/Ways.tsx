import { Shortcuts } from '@/design/components/Shortcuts';
import { type IconName } from '@/design/icon/Icon';
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
  { text: 'toPurchases', icon: 'crate', page: '/operator/purchases/index' },
  { text: 'toSupplierAccounts', icon: 'receipt', page: '/operator/supplier-accounts/index' },
  { text: 'toOrders', icon: 'search', page: '/operator/orders/index' },
  { text: 'toClaims', icon: 'warning', page: '/operator/claims/index' },
  { text: 'toRoutes', icon: 'truck', page: '/operator/routes/index' },
  { text: 'toCycles', icon: 'calendar', page: '/operator/cycles/index' },
  { text: 'toProducts', icon: 'bag', page: '/operator/products/index' },
  { text: 'toStock', icon: 'crate', page: '/operator/stock/index' },
  { text: 'toPlaces', icon: 'shop', page: '/operator/places/index' },
  { text: 'toCouriers', icon: 'navigate', page: '/operator/couriers/index' },
  { text: 'toApplications', icon: 'people', page: '/operator/applications/index' },
  { text: 'toPayouts', icon: 'wallet', page: '/operator/payouts/index' },
  { text: 'toFinance', icon: 'ticket', page: '/operator/finance/index' },
  { text: 'toAccounts', icon: 'person', page: '/operator/accounts/index' },
  { text: 'toDocuments', icon: 'receipt', page: '/operator/documents/index' },
  { text: 'toAudit', icon: 'clock', page: '/operator/audit/index' },
];

/** All that an operator can do, one tap away. */
export function Ways() {
  const t = useTexts(operatorHomeTexts);
  const shortcuts = ways.map(({ text, icon, page }) => ({
    text: t(text),
    icon,
    onTap: () => openPage(page),
  }));
  return <Shortcuts label={t('more')} shortcuts={shortcuts} />;
}

import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { useTexts } from '@/i18n/texts';
import { type TabPage } from '@/platform/routes';
import { designTexts } from '../designTexts';
import { useCartCount } from './cartCount';
import { tabs } from './tabs';

/** The platform draws the tab bar; only its words and the cart's badge are ours. */
export function TabBar({ tab: here }: { tab: TabPage }) {
  const t = useTexts(designTexts);
  const count = useCartCount((state) => state.count);
  useEffect(() => {
    tabs.forEach(({ text }, index) => {
      void Taro.setTabBarItem({ index, text: t(text) });
    });
  }, [t, here]);
  useEffect(() => {
    const index = tabs.findIndex(({ tab }) => tab === 'cart');
    if (count > 0) void Taro.setTabBarBadge({ index, text: count > 99 ? '99+' : String(count) });
    else void Taro.removeTabBarBadge({ index });
  }, [count, here]);
  return null;
}

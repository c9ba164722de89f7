import { useRef } from 'react';
import { useLanguageStore } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { openTab } from '@/platform/navigate';
import { type TabPage } from '@/platform/routes';
import { classNames } from '../classNames';
import { designTexts } from '../designTexts';
import { Icon } from '../icon/Icon';
import { Tap } from '../primitives/Tap';
import { useCartCount } from './cartCount';
import { tabs } from './tabs';

/** The four main pages: at the bottom of a phone, at the top of a desktop, where the keyboard may skip them. */
export function TabBar({ tab: here }: { tab: TabPage }) {
  const t = useTexts(designTexts);
  const count = useCartCount((state) => state.count);
  const { language, setLanguage } = useLanguageStore();
  const bar = useRef<HTMLElement>(null);
  const skip = () => bar.current?.closest('.lt-page')?.querySelector('h1')?.focus();
  return (
    <nav ref={bar} className="lt-tab-bar" aria-label={t('mainNavigation')}>
      <div className="lt-tab-bar__inner">
        <Tap role="link" className="lt-tab-bar__skip" onTap={skip}>
          {t('skip')}
        </Tap>
        <span className="lt-tab-bar__brand" aria-hidden="true">
          <span className="lt-tab-bar__mark">
            <Icon name="leaf" />
          </span>
          {t('appName')}
        </span>
        {tabs.map(({ tab, text, icon }) => (
          <Tap
            key={tab}
            role="link"
            chosen={tab === here}
            onTap={() => openTab(tab)}
            className={classNames('lt-tab-bar__tab', tab === here && 'lt-tab-bar__tab--here')}
          >
            <span className="lt-tab-bar__icon">
              <Icon name={icon} />
              {tab === 'cart' && count > 0 && (
                <span className="lt-tab-bar__badge">{count > 99 ? '99+' : count}</span>
              )}
            </span>
            <span>{t(text)}</span>
          </Tap>
        ))}
        <Tap
          className="lt-tab-bar__language"
          label={t('switchLanguage')}
          onTap={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}
        >
          <Icon name="globe" />
          <span>{language === 'en' ? 'ZH' : 'EN'}</span>
        </Tap>
      </div>
    </nav>
  );
}

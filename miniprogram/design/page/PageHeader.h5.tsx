import { useEffect, useRef, type ReactNode } from 'react';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { goBack } from '@/platform/navigate';
import { type TabPage } from '@/platform/routes';
import { designTexts } from '../designTexts';
import { Icon } from '../icon/Icon';
import { Tap } from '../primitives/Tap';
import { usePageFocus } from './usePageFocus';

type PageHeaderProps = { title: string; tab?: TabPage | undefined; head?: ReactNode; action?: ReactNode };

/** The page's title, spoken and in the browser's tab, with the way back; whoever opens the page begins at it. */
export function PageHeader({ title, tab, head, action }: PageHeaderProps) {
  const t = useTexts(designTexts);
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  usePageFocus(heading);
  useEffect(() => {
    document.title = `${title} · ${t('appName')}`;
    document.documentElement.lang = language;
  }, [title, t, language]);
  return (
    <header className={head === undefined ? 'lt-header' : 'lt-header lt-header--own'}>
      {head === undefined ? (
        <div className="lt-header__line">
          {tab === undefined && (
            <Tap label={t('back')} onTap={goBack} className="lt-header__back">
              <Icon name="back" />
            </Tap>
          )}
          <h1 ref={heading} tabIndex={-1} className="lt-header__title">
            {title}
          </h1>
          {action}
        </div>
      ) : (
        <>
          <h1 ref={heading} tabIndex={-1} className="lt-spoken">
            {title}
          </h1>
          {head}
        </>
      )}
    </header>
  );
}

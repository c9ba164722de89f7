import { type ReactNode } from 'react';
import { type TabPage } from '@/platform/routes';
import { useWide } from '@/platform/wide';
import { classNames } from '../classNames';
import { Toasts } from '../components/Toast';
import { Box } from '../primitives/Box';
import { themeClass, useLarge } from '../theme';
import { ConnectionBanner } from './ConnectionBanner';
import { PageHeader } from './PageHeader';
import { TabBar } from './TabBar';

type PageProps = {
  title: string;
  children: ReactNode;
  /** One of the four main pages: shows the tab bar instead of the way back. */
  tab?: TabPage;
  /** Stays at the bottom: the one thing to do here. */
  footer?: ReactNode;
  /** For tables and boards: uses the whole width of a desktop. */
  wide?: boolean;
  /** Own head instead of the title line; the title is still spoken. */
  head?: ReactNode;
  /** At the right of the title. */
  action?: ReactNode;
};

/** What every page stands in: look, title and way back, landmarks, connection banner, toasts, safe areas – in the order they are seen. */
export function Page({ title, children, tab, footer, wide = false, head, action }: PageProps) {
  const large = useLarge();
  const wideScreen = useWide();
  const bar = tab !== undefined && <TabBar tab={tab} />;
  return (
    <Box
      className={classNames(
        themeClass(large),
        'lt-page',
        wide && 'lt-page--wide',
        tab !== undefined && 'lt-page--tab',
        footer !== undefined && 'lt-page--footer',
      )}
    >
      {wideScreen && bar}
      <PageHeader title={title} tab={tab} head={head} action={action} />
      <ConnectionBanner />
      <Box as="main" className="lt-page__main" id="main">
        {children}
      </Box>
      {footer !== undefined && (
        <Box className="lt-page__footer">
          <Box className="lt-page__footer-inner">{footer}</Box>
        </Box>
      )}
      {!wideScreen && bar}
      <Toasts />
    </Box>
  );
}

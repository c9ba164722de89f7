import { Button } from '@/design/components/Button';
import { EmptyState } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { useTexts } from '@/i18n/texts';
import { openTab } from '@/platform/navigate';
import { notFoundTexts } from './texts';

/** An address that leads to no page of the app: mistyped, or of an older version. */
export function NotFoundScreen() {
  const t = useTexts(notFoundTexts);
  return (
    <Page title={t('title')}>
      <EmptyState
        icon="search"
        title={t('nothing')}
        detail={t('detail')}
        action={<Button onTap={() => openTab('home')}>{t('home')}</Button>}
      />
    </Page>
  );
}

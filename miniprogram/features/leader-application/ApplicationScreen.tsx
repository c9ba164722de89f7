import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { useMe } from '@/client/useMe';
import { useFirstPlace } from '@/client/useShop';
import { Button } from '@/design/components/Button';
import { EmptyState, Notice } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { workPages } from '@/platform/workPages';
import { ApplicationForm } from './ApplicationForm';
import { applicationTexts } from './texts';
import { useMyApplication } from './useApplication';

/** Applies to lead a pickup point, and says how the application stands. */
export function ApplicationScreen() {
  const t = useTexts(applicationTexts);
  const query = useMyApplication();
  const me = useMe();
  useFirstPlace();
  return (
    <Page title={t('title')}>
      <SignInGate>
        <QueryState query={query}>
          {([latest]) => {
            if (latest?.status === 'pending') return <EmptyState icon="clock" title={t('pending')} />;
            if (latest?.status === 'approved')
              return (
                <EmptyState
                  icon="check"
                  title={t('approved')}
                  action={<Button onTap={() => openPage(workPages.leader)}>{t('toWork')}</Button>}
                />
              );
            return (
              <>
                {latest?.status === 'rejected' && (
                  <Notice tone="yolk">
                    {t('rejected', { reason: latest.rejectedBecause ?? t('noReason') })}
                  </Notice>
                )}
                <Words as="p" className="lt-soft">
                  {t('intro')}
                </Words>
                <ApplicationForm key={me.data?.accountId} phone={me.data?.phone ?? ''} />
              </>
            );
          }}
        </QueryState>
      </SignInGate>
    </Page>
  );
}

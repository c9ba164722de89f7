import { useQueryClient } from '@tanstack/react-query';
import { DocumentList } from '@/blocks/document/DocumentList';
import { IssueMonth } from '@/blocks/document/IssueMonth';
import { api } from '@/client/api';
import { SignInGate } from '@/client/SignInGate';
import { usePages } from '@/client/usePages';
import { Page } from '@/design/page/Page';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { statementTexts } from './texts';

/** A leader's statements, month by month. */
export function StatementsScreen() {
  const t = useTexts(statementTexts);
  return (
    <Page title={t('title')}>
      <SignInGate role="leader">
        <Statements />
      </SignInGate>
    </Page>
  );
}

const queryKey = ['own-statements'];

function Statements() {
  const t = useTexts(statementTexts);
  const queryClient = useQueryClient();
  const pages = usePages({
    queryKey,
    load: (cursor) =>
      api.settlement.listOwnDocuments({ query: { cursor, limit: '20', kind: 'leader_statement' } }),
  });
  return (
    <>
      <IssueMonth
        issue={(month) => api.settlement.issueLeaderStatement({ body: { month } })}
        onIssued={() => void queryClient.invalidateQueries({ queryKey })}
      />
      <Words as="p" className="lt-small lt-soft">
        {t('explain')}
      </Words>
      <DocumentList pages={pages} none={t('none')} noneDetail={t('noneDetail')} />
    </>
  );
}

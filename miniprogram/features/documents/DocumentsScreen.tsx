import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DocumentKind } from '#shared/contracts/settlement/documents';
import { DocumentList } from '@/blocks/document/DocumentList';
import { IssueMonth } from '@/blocks/document/IssueMonth';
import { api } from '@/client/api';
import { SignInGate } from '@/client/SignInGate';
import { usePages } from '@/client/usePages';
import { SelectField } from '@/design/components/SelectField';
import { Page } from '@/design/page/Page';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { documentsTexts } from './texts';

/** All documents that were issued, and the merchant's revenue by month. */
export function DocumentsScreen() {
  const t = useTexts(documentsTexts);
  return (
    <Page title={t('title')}>
      <SignInGate role="operator">
        <Documents />
      </SignInGate>
    </Page>
  );
}

/** In the order in which they are looked for. */
const kinds: readonly DocumentKind[] = ['revenue_statement', 'leader_statement', 'receipt', 'credit_note'];

function Documents() {
  const t = useTexts(documentsTexts);
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<DocumentKind>('revenue_statement');
  const pages = usePages({
    queryKey: ['documents', kind],
    load: (cursor) => api.settlement.listDocuments({ query: { cursor, limit: '20', kind } }),
  });
  return (
    <>
      <SelectField
        id="document-kind"
        label={t('kind')}
        value={kind}
        options={kinds.map((value) => ({ value, text: t(value) }))}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
      />
      {kind === 'revenue_statement' && (
        <>
          <IssueMonth
            issue={(month) => api.settlement.issueRevenueStatement({ body: { month } })}
            onIssued={() => void queryClient.invalidateQueries({ queryKey: ['documents', kind] })}
          />
          <Words as="p" className="lt-small lt-soft">
            {t('explain')}
          </Words>
        </>
      )}
      <DocumentList pages={pages} none={t('none')} noneDetail={t(`${kind}_none`)} />
    </>
  );
}

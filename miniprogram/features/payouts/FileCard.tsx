import { useState } from 'react';
import { type PayoutFileView, type PayoutView } from '#shared/contracts/settlement/payoutViews';
import { LoadMore } from '@/blocks/form/LoadMore';
import { Facts } from '@/blocks/operator/Facts';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Notice } from '@/design/components/States';
import { showToast } from '@/design/components/Toast';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { canSaveFiles, saveBytes } from '@/platform/saveFile';
import { AnswerSheet } from './AnswerSheet';
import { PayoutRow } from './PayoutRow';
import { ReturnSheet } from './ReturnSheet';
import { payoutsTexts } from './texts';
import { sayProblem, useChanged, usePayouts } from './usePayouts';

/** One file for the bank: fetched, sent, paid, and what came back of it. */
export function FileCard({ file }: { file: PayoutFileView }) {
  const t = useTexts(payoutsTexts);
  const [answering, setAnswering] = useState(false);
  const { number, payouts, total, fetched, open, sent, paid, returned } = file;
  return (
    <Card label={t('fileNumber', { number })}>
      <Box className="lt-column">
        <Words as="h2" className="lt-title">
          {t('fileNumber', { number })}
        </Words>
        {fetched > 0 && open > 0 && <Notice>{t('fetchedBefore', { n: fetched })}</Notice>}
        <Facts
          facts={[
            { name: t('total'), value: `${formatMoney(total)} · ${t('payouts', { n: payouts })}` },
            { name: t('progress'), value: t('progressFacts', { open, sent, paid, returned }) },
          ]}
        />
        <Steps file={file} onAnswer={() => setAnswering(true)} />
        <Lines file={file} />
      </Box>
      {answering && <AnswerSheet file={file} onClose={() => setAnswering(false)} />}
    </Card>
  );
}

function Steps({ file, onAnswer }: { file: PayoutFileView; onAnswer: () => void }) {
  const t = useTexts(payoutsTexts);
  const changed = useChanged();
  const params = { fileId: file.fileId };
  const fetch = useWrite((_key, _nothing: undefined) => api.settlement.fetchPayoutFile({ params }), {
    onSuccess: ({ fileName, csv }) => {
      saveBytes(fileName, new TextEncoder().encode(csv).buffer);
      changed();
      showToast(t('fetched'));
    },
    onError: sayProblem,
  });
  const mark = useWrite(
    (_key, as: 'sent' | 'paid') => api.settlement.markPayoutFile({ params, body: { as } }),
    {
      onSuccess: () => {
        changed();
        showToast(t('marked'));
      },
      onError: sayProblem,
    },
  );
  const { open, sent, fetched } = file;
  return (
    <Box className="lt-row lt-row--wrap">
      {canSaveFiles() && (
        <Button
          kind={fetched === 0 ? 'primary' : 'secondary'}
          icon="download"
          busy={fetch.isPending}
          onTap={() => fetch.mutate(undefined)}
        >
          {t(fetched === 0 ? 'fetch' : 'fetchAgain')}
        </Button>
      )}
      {open > 0 && (
        <Button icon="check" busy={mark.isPending} onTap={() => mark.mutate('sent')}>
          {t('markSent')}
        </Button>
      )}
      {sent > 0 && (
        <Button icon="check" busy={mark.isPending} onTap={() => mark.mutate('paid')}>
          {t('markPaid')}
        </Button>
      )}
      {open + sent > 0 && (
        <Button kind="secondary" icon="upload" onTap={onAnswer}>
          {t('answer')}
        </Button>
      )}
    </Box>
  );
}

/** The payouts of a file; each may be returned by the bank. */
function Lines({ file: { fileId } }: { file: PayoutFileView }) {
  const t = useTexts(payoutsTexts);
  const { query, items, loadMore } = usePayouts({ fileId });
  const [returning, setReturning] = useState<PayoutView>();
  return (
    <>
      <QueryState query={query}>
        {() => (
          <Card flush label={t('lines')}>
            {items.map((payout) => (
              <PayoutRow
                key={payout.payoutId}
                payout={payout}
                {...(payout.fileId === fileId ? { onTap: () => setReturning(payout) } : {})}
              />
            ))}
          </Card>
        )}
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
      {returning && <ReturnSheet payout={returning} onClose={() => setReturning(undefined)} />}
    </>
  );
}

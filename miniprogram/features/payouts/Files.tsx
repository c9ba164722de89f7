import { useState } from 'react';
import { type PayoutFileId } from '#shared/contracts/ids';
import { type PayoutFileView } from '#shared/contracts/settlement/payoutViews';
import { LoadMore } from '@/blocks/form/LoadMore';
import { ListDetail } from '@/blocks/operator/ListDetail';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { showToast } from '@/design/components/Toast';
import { formatCount } from '@/design/format/count';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { FileCard } from './FileCard';
import { payoutsTexts } from './texts';
import { sayProblem, useChanged, usePayouts } from './usePayouts';

/** What is approved and goes to the bank by file, and the files so far. */
export function Files() {
  const t = useTexts(payoutsTexts);
  const [chosen, setChosen] = useState<PayoutFileId>();
  const { query, items, loadMore } = usePages({
    queryKey: ['payout-files'],
    load: (cursor) => api.settlement.listPayoutFiles({ query: { cursor, limit: '20' } }),
  });
  const shown = items.find(({ fileId }) => fileId === chosen);
  return (
    <ListDetail
      detailLabel={t('file')}
      icon="receipt"
      choose={t('chooseFile')}
      onBack={() => setChosen(undefined)}
      list={
        <>
          <Sending onMade={setChosen} />
          <QueryState query={query}>
            {() =>
              items.length === 0 ? (
                <EmptyState icon="receipt" title={t('noFiles')} detail={t('noFilesDetail')} />
              ) : (
                <Card flush label={t('files')}>
                  {items.map((file) => (
                    <Row
                      key={file.fileId}
                      file={file}
                      chosen={file.fileId === chosen}
                      onTap={() => setChosen(file.fileId)}
                    />
                  ))}
                </Card>
              )
            }
          </QueryState>
          <LoadMore query={query} onTap={loadMore} />
        </>
      }
      detail={shown && <FileCard key={shown.fileId} file={shown} />}
    />
  );
}

/** Approved and in no file yet. */
function Sending({ onMade }: { onMade: (fileId: PayoutFileId) => void }) {
  const t = useTexts(payoutsTexts);
  const changed = useChanged();
  const { query, items, loadMore } = usePayouts({ waitingFor: 'sending' });
  const make = useWrite(
    (key, _nothing: undefined) => api.settlement.makePayoutFile({ idempotencyKey: key }),
    {
      onSuccess: ({ fileId, number }) => {
        changed();
        showToast(t('made', { number }));
        onMade(fileId);
      },
      onError: sayProblem,
    },
  );
  return (
    <QueryState query={query}>
      {() => (
        <Card>
          <Box className="lt-column">
            <Words as="h2" className="lt-head">
              {t('sending', { n: `${formatCount(items.length)}${query.hasNextPage ? '+' : ''}` })}
            </Words>
            {items.map(({ payoutId, amount, to, accountId }) => (
              <Box key={payoutId} className="lt-row lt-row--between lt-small">
                <Words>{to?.holder ?? accountId}</Words>
                <Words className="lt-number">{formatMoney(amount)}</Words>
              </Box>
            ))}
            <LoadMore query={query} onTap={loadMore} />
            {items.length > 0 && (
              <Button icon="receipt" busy={make.isPending} onTap={() => make.mutate(undefined)}>
                {t('makeFile')}
              </Button>
            )}
          </Box>
        </Card>
      )}
    </QueryState>
  );
}

function Row({ file, chosen, onTap }: { file: PayoutFileView; chosen: boolean; onTap: () => void }) {
  const t = useTexts(payoutsTexts);
  const language = useLanguage();
  const { number, total, payouts, madeAt } = file;
  return (
    <ListRow
      icon="receipt"
      title={t('fileNumber', { number })}
      detail={t('fileFacts', {
        n: payouts,
        total: formatMoney(total),
        moment: formatMoment(madeAt, serverNow(), language),
      })}
      chosen={chosen}
      onTap={onTap}
    />
  );
}

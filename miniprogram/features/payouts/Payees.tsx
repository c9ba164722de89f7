import { useState } from 'react';
import { type z } from 'zod';
import { type PayeeToReview } from '#shared/contracts/settlement/payoutViews';
import { isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { LoadMore } from '@/blocks/form/LoadMore';
import { useForm } from '@/blocks/form/useForm';
import { Facts } from '@/blocks/operator/Facts';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { EmptyState } from '@/design/components/States';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { payoutsTexts } from './texts';
import { sayProblem, useChanged } from './usePayouts';

type ToReview = z.infer<typeof PayeeToReview>;

/** Where leaders want to be paid and nobody looked. */
export function Payees() {
  const t = useTexts(payoutsTexts);
  const { query, items, loadMore } = usePages({
    queryKey: ['payees'],
    load: (cursor) => api.settlement.listPayees({ query: { cursor, limit: '20' } }),
  });
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="card" title={t('noPayees')} />
        ) : (
          <Box className="lt-column">
            {items.map((one) => (
              <PayeeCard key={`${one.accountId}-${one.payee.version}`} toReview={one} />
            ))}
            <LoadMore query={query} onTap={loadMore} />
          </Box>
        )
      }
    </QueryState>
  );
}

function PayeeCard({ toReview: { accountId, payee } }: { toReview: ToReview }) {
  const t = useTexts(payoutsTexts);
  const language = useLanguage();
  const changed = useChanged();
  const [declining, setDeclining] = useState(false);
  const { version, holder, bank, tail, changedAt } = payee;
  const verify = useWrite(
    (_key, _nothing: undefined) =>
      api.settlement.reviewPayee({ params: { accountId }, body: { version, verified: true } }),
    {
      onSuccess: () => {
        changed();
        showToast(t('verified'));
      },
      onError: sayProblem,
    },
  );
  return (
    <Card label={holder}>
      <Box className="lt-column">
        <Facts
          facts={[
            { name: t('holder'), value: holder },
            { name: t('bankName'), value: bank ?? 'Stripe' },
            { name: t('number'), value: `····${tail}` },
            { name: t('account'), value: accountId },
            { name: t('since'), value: formatMoment(changedAt, serverNow(), language) },
          ]}
        />
        <Box className="lt-row lt-row--wrap">
          <Button icon="check" busy={verify.isPending} onTap={() => verify.mutate(undefined)}>
            {t('verify')}
          </Button>
          <Button kind="danger" icon="close" onTap={() => setDeclining(true)}>
            {t('decline')}
          </Button>
        </Box>
      </Box>
      {declining && (
        <DeclineSheet accountId={accountId} version={version} onClose={() => setDeclining(false)} />
      )}
    </Card>
  );
}

type DeclineSheetProps = Pick<ToReview, 'accountId'> & { version: number; onClose: () => void };

function DeclineSheet({ accountId, version, onClose }: DeclineSheetProps) {
  const t = useTexts(payoutsTexts);
  const changed = useChanged();
  const form = useForm({
    name: 'decline',
    start: { reason: '' },
    check: ({ reason }) => ({ reason: isFilled(reason) }),
    save: (_key, { reason }) =>
      api.settlement.reviewPayee({
        params: { accountId },
        body: { version, verified: false, reason: reason.trim() },
      }),
    onSaved: () => {
      changed();
      showToast(t('declined'));
      onClose();
    },
  });
  return (
    <FormSheet danger title={t('decline')} form={form} onClose={onClose} action={t('decline')}>
      <TextField
        {...form.field('reason')}
        label={t('declineReason')}
        hint={t('leaderReads')}
        maxLength={200}
      />
    </FormSheet>
  );
}

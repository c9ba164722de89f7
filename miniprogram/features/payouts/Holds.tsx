import { useState } from 'react';
import { type PayoutHoldView } from '#shared/contracts/settlement/payoutViews';
import { LoadMore } from '@/blocks/form/LoadMore';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { ConfirmSheet } from '@/design/components/Sheet';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { showToast } from '@/design/components/Toast';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { HoldSheet } from './HoldSheet';
import { payoutsTexts } from './texts';
import { sayProblem, useChanged } from './usePayouts';

/** What is and was kept back of leaders' commission. */
export function Holds() {
  const t = useTexts(payoutsTexts);
  const [adding, setAdding] = useState(false);
  const [releasing, setReleasing] = useState<PayoutHoldView>();
  const { query, items, loadMore } = usePages({
    queryKey: ['payout-holds'],
    load: (cursor) => api.settlement.listPayoutHolds({ query: { cursor, limit: '20' } }),
  });
  return (
    <Box className="lt-column">
      <Box className="lt-row">
        <Button icon="lock" onTap={() => setAdding(true)}>
          {t('hold')}
        </Button>
      </Box>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="lock" title={t('noHolds')} />
          ) : (
            <Card flush label={t('holds')}>
              {items.map((hold) => (
                <Row key={hold.holdId} hold={hold} onTap={() => setReleasing(hold)} />
              ))}
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
      {adding && <HoldSheet onClose={() => setAdding(false)} />}
      {releasing && <Release hold={releasing} onClose={() => setReleasing(undefined)} />}
    </Box>
  );
}

function Row({ hold, onTap }: { hold: PayoutHoldView; onTap: () => void }) {
  const t = useTexts(payoutsTexts);
  const language = useLanguage();
  const now = serverNow();
  const { amount, reason, until, accountId, releasedAt } = hold;
  const holds = releasedAt === undefined && Date.parse(until) > now;
  return (
    <ListRow
      title={`${formatMoney(amount)} · ${reason}`}
      detail={`${accountId} · ${t('until', { moment: formatMoment(until, now, language) })}`}
      trailing={<Tag tone={holds ? 'yolk' : 'plain'}>{t(holds ? 'holding' : 'released')}</Tag>}
      {...(holds ? { onTap } : {})}
    />
  );
}

function Release({ hold, onClose }: { hold: PayoutHoldView; onClose: () => void }) {
  const t = useTexts(payoutsTexts);
  const changed = useChanged();
  const release = useWrite(
    (_key, { holdId }: PayoutHoldView) => api.settlement.releasePayoutHold({ params: { holdId } }),
    {
      onSuccess: () => {
        changed();
        showToast(t('releasedNow'));
        onClose();
      },
      onError: sayProblem,
    },
  );
  return (
    <ConfirmSheet
      open
      title={t('release')}
      body={t('releaseBody', { amount: formatMoney(hold.amount), reason: hold.reason })}
      confirm={t('release')}
      busy={release.isPending}
      onConfirm={() => release.mutate(hold)}
      onClose={onClose}
    />
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DayCloseView, type DifferenceView } from '#shared/contracts/settlement/close';
import { LoadMore } from '@/blocks/form/LoadMore';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { usePages } from '@/client/usePages';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Notice } from '@/design/components/States';
import { showToast } from '@/design/components/Toast';
import { formatCityDate } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { DecideSheet } from './DecideSheet';
import { financeTexts } from './texts';

type Which = Pick<DayCloseView, 'provider' | 'day'>;

/** One day of one payment provider: both sides, what differs, and what to do about it. */
export function DayCloseScreen() {
  const t = useTexts(financeTexts);
  const { provider = 'stripe', day = '' } = usePageQuery();
  const which = { provider: provider as Which['provider'], day };
  return (
    <Page title={t('dayTitle')} wide>
      <SignInGate role="operator">
        <Close which={which} />
        <Differences which={which} />
      </SignInGate>
    </Page>
  );
}

function Close({ which }: { which: Which }) {
  const query = useQuery({
    queryKey: ['finance', 'close', which.provider, which.day],
    queryFn: () => api.settlement.getDayClose({ params: which }),
  });
  return <QueryState query={query}>{(close) => <Sides close={close} />}</QueryState>;
}

function Sides({ close }: { close: DayCloseView }) {
  const t = useTexts(financeTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const { provider, day, state, waiting, ours, theirs, fees } = close;
  const again = useWrite(
    (_key, _nothing: undefined) => api.settlement.readStatementAgain({ params: { provider, day } }),
    {
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: ['finance'] });
        showToast(t('reading'));
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
  const both = (one: DayCloseView['fees'], other: DayCloseView['fees'] | undefined) =>
    `${t('ours')} ${formatMoney(one)} · ${t('theirs')} ${other ? formatMoney(other) : t('none')}`;
  return (
    <Card label={t('dayTitle')}>
      <Box className="lt-column">
        <Words
          as="h2"
          className="lt-head"
        >{`${formatCityDate(day, language)} · ${t(provider)} · ${t(state)}`}</Words>
        {waiting && <Notice icon="clock">{t(waiting)}</Notice>}
        <ListRow title={t('taken')} detail={both(ours.taken, theirs.taken)} />
        <ListRow title={t('returned')} detail={both(ours.returned, theirs.returned)} />
        {(ours.other.amount !== 0 || theirs.other.amount !== 0) && (
          <ListRow title={t('other')} detail={both(ours.other, theirs.other)} />
        )}
        <ListRow
          title={t('fees')}
          detail={formatMoney(fees)}
          onTap={() => openPage('/operator/ledger/index', { account: 'platform:provider_fees' })}
        />
        <ListRow title={t('closing')} detail={both(close.oursClosing, close.theirsClosing)} />
        <Button
          block
          kind="quiet"
          icon="refresh"
          busy={again.isPending}
          onTap={() => again.mutate(undefined)}
        >
          {t('readAgain')}
        </Button>
      </Box>
    </Card>
  );
}

function Differences({ which }: { which: Which }) {
  const t = useTexts(financeTexts);
  const [deciding, setDeciding] = useState<DifferenceView>();
  const { query, items, loadMore } = usePages({
    queryKey: ['finance', 'differences', which.provider, which.day],
    load: (cursor) => api.settlement.listDayDifferences({ params: which, query: { cursor } }),
  });
  return (
    <QueryState query={query}>
      {() => (
        <>
          {items.length === 0 ? (
            <Notice tone="leaf" icon="check">
              {t('noDifferences')}
            </Notice>
          ) : (
            <Words as="h2" className="lt-head">
              {t('differences')}
            </Words>
          )}
          {items.map((one) => (
            <DifferenceCard key={one.differenceId} difference={one} onDecide={() => setDeciding(one)} />
          ))}
          <LoadMore query={query} onTap={loadMore} />
          {deciding && <DecideSheet difference={deciding} onClose={() => setDeciding(undefined)} />}
        </>
      )}
    </QueryState>
  );
}

function DifferenceCard({ difference, onDecide }: { difference: DifferenceView; onDecide: () => void }) {
  const t = useTexts(financeTexts);
  const { kind, state, suggestion, ours, theirs, remaining, orderId, payoutId, words, resolutions } =
    difference;
  const side = (of: DifferenceView['ours']) => (of ? formatMoney(of.amount) : t('none'));
  return (
    <Card label={t(kind)}>
      <Box className="lt-column">
        <Words className="lt-head">{`${t(kind)} · ${t(state)} · ${formatMoney(remaining)}`}</Words>
        <Words>{`${t('ours')} ${side(ours)} · ${t('theirs')} ${side(theirs)}`}</Words>
        {words !== undefined && <Words className="lt-small lt-soft">{words}</Words>}
        {state !== 'resolved' && state !== 'gone' && <Words as="p">{t(suggestion)}</Words>}
        {resolutions.map(({ at, note, adjusted }) => (
          <Words key={at} as="p" className="lt-small lt-soft">
            {adjusted ? `${note} · ${t('adjusted', { amount: formatMoney(adjusted) })}` : note}
          </Words>
        ))}
        {orderId !== undefined && (
          <ListRow title={t('toOrder')} onTap={() => openPage('/operator/ledger/index', { orderId })} />
        )}
        {payoutId !== undefined && (
          <ListRow
            title={t('payout', { tail: payoutId.slice(-4) })}
            onTap={() => openPage('/operator/ledger/index', { payoutId })}
          />
        )}
        {state === 'open' && (
          <Button block onTap={onDecide}>
            {t('decide')}
          </Button>
        )}
      </Box>
    </Card>
  );
}

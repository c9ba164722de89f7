import { type CloseState, type DayCloseView, type FinanceOverview } from '#shared/contracts/settlement/close';
import { useQuery } from '@tanstack/react-query';
import { LoadMore } from '@/blocks/form/LoadMore';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { usePages } from '@/client/usePages';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState, Notice } from '@/design/components/States';
import { Tag, type Tone } from '@/design/components/Tag';
import { formatCityDate } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { FinanceWays } from './FinanceWays';
import { accountName } from './names';
import { financeTexts } from './texts';
import './finance.scss';

/** Where the money stands, and each day's comparison with the payment providers. */
export function FinanceScreen() {
  const t = useTexts(financeTexts);
  return (
    <Page title={t('title')} wide>
      <SignInGate role="operator">
        <Overview />
        <FinanceWays />
        <Closes />
      </SignInGate>
    </Page>
  );
}

function Overview() {
  const query = useQuery({
    queryKey: ['finance', 'overview'],
    queryFn: () => api.settlement.getFinanceOverview(),
  });
  return <QueryState query={query}>{(overview) => <Figures overview={overview} />}</QueryState>;
}

function Figures({ overview }: { overview: FinanceOverview }) {
  const t = useTexts(financeTexts);
  const language = useLanguage();
  const { providers, owed, own, days, openDifferences } = overview;
  return (
    <Box className="lt-column">
      {openDifferences > 0 ? (
        <Notice tone="tomato">{`${t('openDifferences')}: ${openDifferences}`}</Notice>
      ) : (
        <Notice tone="leaf" icon="check">
          {t('noDifferences')}
        </Notice>
      )}
      <Card flush label={t('lies')}>
        <Head>{t('lies')}</Head>
        {providers.map(({ provider, balance }) => (
          <AccountRow key={provider} account={`provider:${provider}`} balance={balance} />
        ))}
      </Card>
      <Card flush label={t('days')}>
        <Head>{t('days')}</Head>
        {days.map(({ day, moved, fees, taken, returned }, before) => (
          <ListRow
            key={day}
            title={before === 0 ? t('today') : formatCityDate(day, language)}
            detail={
              taken && returned
                ? t('inOut', {
                    taken: formatMoney(taken),
                    returned: formatMoney(returned),
                    fees: formatMoney(fees),
                  })
                : t('moved', { amount: formatMoney(moved), fees: formatMoney(fees) })
            }
          />
        ))}
      </Card>
      <Card flush label={t('owed')}>
        <Head>{t('owed')}</Head>
        {owed.length === 0 && <ListRow title={t('nothingOwed')} />}
        {owed.map((one) => (
          <AccountRow key={one.account} {...one} />
        ))}
      </Card>
      <Card flush label={t('own')}>
        <Head>{t('own')}</Head>
        {own.map((one) => (
          <AccountRow key={one.account} {...one} />
        ))}
      </Card>
    </Box>
  );
}

const Head = ({ children }: { children: string }) => (
  <Box className="finance-head">
    <Words as="h2" className="lt-head">
      {children}
    </Words>
  </Box>
);

function AccountRow({ account, balance }: FinanceOverview['owed'][number]) {
  const t = useTexts(financeTexts);
  const amount = formatMoney(balance);
  // Of all leaders together nothing was posted: only the account of one has entries.
  const isOne = !account.endsWith(':*');
  return (
    <ListRow
      title={accountName(account, t)}
      trailing={<Words className="lt-number">{amount}</Words>}
      {...(isOne ? { onTap: () => openPage('/operator/ledger/index', { account }) } : {})}
    />
  );
}

const tones: Readonly<Record<CloseState, Tone>> = {
  waiting: 'sky',
  agrees: 'leaf',
  differs: 'tomato',
  resolved: 'leaf',
};

function Closes() {
  const t = useTexts(financeTexts);
  const { query, items, loadMore } = usePages({
    queryKey: ['finance', 'closes'],
    load: (cursor) => api.settlement.listDayCloses({ query: { cursor } }),
  });
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="calendar" title={t('noCloses')} detail={t('noClosesDetail')} />
        ) : (
          <Card flush label={t('closes')}>
            <Head>{t('closes')}</Head>
            {items.map((close) => (
              <CloseRow key={`${close.provider}/${close.day}`} close={close} />
            ))}
            <LoadMore query={query} onTap={loadMore} />
          </Card>
        )
      }
    </QueryState>
  );
}

function CloseRow({ close: { provider, day, state, ours, fees } }: { close: DayCloseView }) {
  const t = useTexts(financeTexts);
  const language = useLanguage();
  return (
    <ListRow
      title={`${formatCityDate(day, language)} · ${t(provider)}`}
      detail={t('inOut', {
        taken: formatMoney(ours.taken),
        returned: formatMoney(ours.returned),
        fees: formatMoney(fees),
      })}
      trailing={<Tag tone={tones[state]}>{t(state)}</Tag>}
      onTap={() => openPage('/operator/close/index', { provider, day })}
    />
  );
}

import { useState } from 'react';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Tabs } from '@/design/components/Tabs';
import { Page } from '@/design/page/Page';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { Balance } from './Balance';
import { Entries } from './Entries';
import { Payouts } from './Payouts';
import { commissionTexts } from './texts';
import { useMoney } from './useMoney';
import './commission.scss';

const lists = ['entries', 'payouts'] as const;

/** What the leader earned and where it is, the payout that is asked for in one tap, and each entry and payout. */
export function CommissionScreen() {
  const t = useTexts(commissionTexts);
  return (
    <Page title={t('title')}>
      <SignInGate role="leader">
        <Money />
      </SignInGate>
    </Page>
  );
}

function Money() {
  const t = useTexts(commissionTexts);
  const [list, setList] = useState<(typeof lists)[number]>('entries');
  return (
    <>
      <QueryState query={useMoney()}>{(money) => <Balance money={money} />}</QueryState>
      <Tabs
        label={t('lists')}
        value={list}
        onChange={setList}
        tabs={lists.map((value) => ({ value, text: t(value) }))}
      />
      {list === 'payouts' ? (
        <Payouts />
      ) : (
        <>
          <Words as="p" className="lt-small lt-soft">
            {t('explain')}
          </Words>
          <Entries />
        </>
      )}
    </>
  );
}

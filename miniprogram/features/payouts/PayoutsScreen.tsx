import { useState } from 'react';
import { SignInGate } from '@/client/SignInGate';
import { Tabs } from '@/design/components/Tabs';
import { Page } from '@/design/page/Page';
import { useTexts } from '@/i18n/texts';
import { Files } from './Files';
import { Holds } from './Holds';
import { Payees } from './Payees';
import { payoutsTexts } from './texts';
import { ToApprove } from './ToApprove';

const parts = ['approval', 'second_approval', 'bank', 'payees', 'holds'] as const;
type Part = (typeof parts)[number];

/** What finance does for leaders' payouts: approve, send, verify, hold. */
export function PayoutsScreen() {
  const t = useTexts(payoutsTexts);
  const [part, setPart] = useState<Part>('approval');
  return (
    <Page title={t('title')} wide>
      <SignInGate role="operator">
        <Tabs
          label={t('title')}
          value={part}
          onChange={setPart}
          tabs={parts.map((value) => ({ value, text: t(value) }))}
        />
        <Shown key={part} part={part} />
      </SignInGate>
    </Page>
  );
}

function Shown({ part }: { part: Part }) {
  switch (part) {
    case 'approval':
    case 'second_approval':
      return <ToApprove waitingFor={part} />;
    case 'bank':
      return <Files />;
    case 'payees':
      return <Payees />;
    case 'holds':
      return <Holds />;
  }
}

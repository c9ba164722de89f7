import { useState } from 'react';
import { type PayoutOverview } from '#shared/contracts/settlement/payoutViews';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Notice } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { showToast } from '@/design/components/Toast';
import { formatMoney } from '@/design/format/money';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { PayeeSheet } from './PayeeSheet';
import { commissionTexts } from './texts';
import { useMoneyChanged } from './useMoney';

/** A payout in one tap, and where it goes. */
export function AskPayout({ money }: { money: PayoutOverview }) {
  const t = useTexts(commissionTexts);
  const [editing, setEditing] = useState(false);
  const changed = useMoneyChanged();
  const ask = useWrite((key, _nothing: undefined) => api.settlement.askPayout({ idempotencyKey: key }), {
    onSuccess: ({ amount }) => {
      changed();
      showToast(t('asked', { amount: formatMoney(amount) }));
    },
    onError: (error) => showToast(messageOf(error), 'problem'),
  });
  const { payee, askable, minimum } = money;
  const isReady = payee?.state === 'verified' && askable.amount > 0;
  return (
    <>
      {isReady && (
        <Button block size="big" icon="wallet" busy={ask.isPending} onTap={() => ask.mutate(undefined)}>
          {t('ask', { amount: formatMoney(askable) })}
        </Button>
      )}
      {payee?.state === 'verified' && !isReady && (
        <Words as="p" className="lt-small lt-soft">
          {t('tooLittle', { amount: formatMoney(minimum) })}
        </Words>
      )}
      {payee?.declinedBecause !== undefined && (
        <Notice>{t('declined', { reason: payee.declinedBecause })}</Notice>
      )}
      {payee?.state === 'unverified' && payee.declinedBecause === undefined && (
        <Notice tone="sky" icon="clock">
          {t('verifying')}
        </Notice>
      )}
      <Card flush>
        <ListRow
          icon="card"
          title={payee ? `${payee.bank ?? t('stripe_account')} ····${payee.tail}` : t('noPayee')}
          detail={payee ? payee.holder : t('noPayeeDetail')}
          {...(payee
            ? {
                trailing: <Tag tone={payee.state === 'verified' ? 'leaf' : 'yolk'}>{t(payee.state)}</Tag>,
              }
            : {})}
          onTap={() => setEditing(true)}
        />
      </Card>
      {editing && (
        <PayeeSheet
          money={money}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            changed();
            showToast(t('payeeSaved'));
          }}
        />
      )}
    </>
  );
}

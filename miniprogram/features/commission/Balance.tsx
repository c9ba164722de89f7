import { type PayoutOverview } from '#shared/contracts/settlement/payoutViews';
import { Card } from '@/design/components/Card';
import { Price } from '@/design/components/Price';
import { Notice } from '@/design/components/States';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { AskPayout } from './AskPayout';
import { commissionTexts } from './texts';

const parts = ['pending', 'onItsWay', 'paid', 'held', 'earned'] as const;

/** The leader's money at a glance: what can be withdrawn, and where the rest is. */
export function Balance({ money }: { money: PayoutOverview }) {
  const t = useTexts(commissionTexts);
  return (
    <Box className="lt-column">
      <Card className="commission-balance">
        <Box className="lt-column">
          <Words>{t('withdrawable')}</Words>
          <Box className="commission-balance__amount">
            <Price plain money={money.withdrawable} />
          </Box>
          {parts.map((part) => (
            <Box key={part} className="lt-row lt-row--between">
              <Words>{t(part)}</Words>
              <Price plain money={money[part]} />
            </Box>
          ))}
        </Box>
      </Card>
      {money.withdrawable.amount < 0 && <Notice>{t('debt')}</Notice>}
      <Holds money={money} />
      <AskPayout money={money} />
    </Box>
  );
}

/** Why something is kept back, and until when. */
function Holds({ money: { holds } }: { money: PayoutOverview }) {
  const t = useTexts(commissionTexts);
  const language = useLanguage();
  return (
    <>
      {holds.map(({ holdId, amount, reason, until }) => (
        <Notice key={holdId}>
          {t('heldBecause', {
            amount: formatMoney(amount),
            reason,
            moment: formatMoment(until, serverNow(), language),
          })}
        </Notice>
      ))}
    </>
  );
}

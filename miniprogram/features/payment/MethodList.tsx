import { type PaymentMethod } from '#shared/contracts/orders/paymentViews';
import { Card } from '@/design/components/Card';
import { ChoiceRow } from '@/design/components/ChoiceRow';
import { Icon, type IconName } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { paymentTexts } from './texts';

const methods: readonly { method: PaymentMethod; icon: IconName; detail: 'walletDetail' | 'cardDetail' }[] = [
  { method: 'wechat_pay', icon: 'wallet', detail: 'walletDetail' },
  { method: 'alipay', icon: 'scan', detail: 'walletDetail' },
  { method: 'card', icon: 'card', detail: 'cardDetail' },
];

type MethodListProps = { chosen: PaymentMethod; onChoose: (method: PaymentMethod) => void };

/** The ways to pay, one of which is chosen. */
export function MethodList({ chosen, onChoose }: MethodListProps) {
  const t = useTexts(paymentTexts);
  return (
    <Card flush label={t('how')}>
      <Box role="radiogroup" label={t('how')}>
        {methods.map(({ method, icon, detail }) => (
          <ChoiceRow
            key={method}
            title={t(method)}
            detail={t(detail)}
            chosen={method === chosen}
            onTap={() => onChoose(method)}
            leading={
              <Words className={`payment-method-icon payment-method-icon--${method}`}>
                <Icon name={icon} />
              </Words>
            }
          />
        ))}
      </Box>
    </Card>
  );
}

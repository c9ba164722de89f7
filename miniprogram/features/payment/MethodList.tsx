import { type PaymentMethod } from '#shared/contracts/orders/paymentViews';
import { classNames } from '@/design/classNames';
import { Card } from '@/design/components/Card';
import { Icon, type IconName } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
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
          <Tap
            key={method}
            role="radio"
            chosen={method === chosen}
            onTap={() => onChoose(method)}
            className="payment-method"
          >
            <Words className={`payment-method__icon payment-method__icon--${method}`}>
              <Icon name={icon} />
            </Words>
            <Box className="lt-grow lt-column lt-column--tight">
              <Words className="lt-strong">{t(method)}</Words>
              <Words className="lt-tiny lt-soft">{t(detail)}</Words>
            </Box>
            <Box
              decorative
              className={classNames(
                'payment-method__dot',
                method === chosen && 'payment-method__dot--chosen',
              )}
            />
          </Tap>
        ))}
      </Box>
    </Card>
  );
}

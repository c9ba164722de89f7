import { type PaymentMethod } from '#shared/contracts/orders/paymentViews';
import { Card } from '@/design/components/Card';
import { ChoiceRow } from '@/design/components/ChoiceRow';
import { Icon, type IconName } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { paymentTexts } from './texts';

const looks: Readonly<Record<PaymentMethod, { icon: IconName; detail: 'walletDetail' | 'cardDetail' }>> = {
  wechat_pay: { icon: 'wallet', detail: 'walletDetail' },
  alipay: { icon: 'scan', detail: 'walletDetail' },
  card: { icon: 'card', detail: 'cardDetail' },
};

type MethodListProps = {
  methods: readonly PaymentMethod[];
  chosen: PaymentMethod;
  onChoose: (method: PaymentMethod) => void;
};

/** The ways to pay, one of which is chosen. */
export function MethodList({ methods, chosen, onChoose }: MethodListProps) {
  const t = useTexts(paymentTexts);
  return (
    <Card flush label={t('how')}>
      <Box role="radiogroup" label={t('how')}>
        {methods.map((method) => (
          <ChoiceRow
            key={method}
            title={t(method)}
            detail={t(looks[method].detail)}
            chosen={method === chosen}
            onTap={() => onChoose(method)}
            leading={
              <Words className={`payment-method-icon payment-method-icon--${method}`}>
                <Icon name={looks[method].icon} />
              </Words>
            }
          />
        ))}
      </Box>
    </Card>
  );
}

/** The only way to pay: nothing to choose, only to know. */
export function OnlyMethod({ method }: { method: PaymentMethod }) {
  const t = useTexts(paymentTexts);
  return (
    <Words as="p" className="payment-only lt-small lt-soft">
      {t('only', { method: t(method), detail: t(looks[method].detail) })}
    </Words>
  );
}

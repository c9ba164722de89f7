import { useState } from 'react';
import { type PurchaseOrderId } from '#shared/contracts/ids';
import { type SupplierOrder, type SupplierOrderLine } from '#shared/contracts/settlement/supplierViews';
import { Facts } from '@/blocks/operator/Facts';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useNamed } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { AnswerSheet } from './AnswerSheet';
import { History } from './History';
import { PurchaseLines } from './PurchaseLines';
import { Receipts } from './Receipts';
import { ReceiveSheet } from './ReceiveSheet';
import { SendActions } from './SendActions';
import { Changes, Shortage } from './Shortage';
import { StateTag } from './StateTag';
import { purchaseTexts } from './texts';
import { usePurchase } from './usePurchases';

/** One purchase order: sent, answered, received. */
export function PurchaseScreen() {
  const t = useTexts(purchaseTexts);
  const { purchaseOrderId = '' } = usePageQuery();
  return (
    <Page title={t('one')} wide>
      <SignInGate role="operator">
        <Purchase purchaseOrderId={purchaseOrderId as PurchaseOrderId} />
      </SignInGate>
    </Page>
  );
}

function Purchase({ purchaseOrderId }: { purchaseOrderId: PurchaseOrderId }) {
  return <QueryState query={usePurchase(purchaseOrderId)}>{(order) => <Order order={order} />}</QueryState>;
}

const isOpen = ({ units, receivedUnits }: SupplierOrderLine) => receivedUnits < units;

function Order({ order }: { order: SupplierOrder }) {
  const t = useTexts(purchaseTexts);
  const language = useLanguage();
  const named = useNamed();
  const [answering, setAnswering] = useState(false);
  const [receiving, setReceiving] = useState<readonly SupplierOrderLine[]>();
  const { supplierId, number, neededBy, total, received, lines, state, answerable } = order;
  const open = lines.filter(isOpen);
  return (
    <Box className="lt-column">
      <Card>
        <Box className="lt-column">
          <Box className="lt-row lt-row--between">
            <Words as="h2" className="lt-title">
              {named(order.supplierName, order.supplierNameEn)}
            </Words>
            <StateTag state={state} />
          </Box>
          <Facts
            facts={[
              { name: t('number'), value: number },
              { name: t('neededBy'), value: formatMoment(neededBy, serverNow(), language) },
              { name: t('total'), value: formatMoney(total) },
              received.amount > 0 && { name: t('receivedAmount'), value: formatMoney(received) },
            ]}
          />
          <Box className="lt-row lt-row--wrap">
            <SendActions order={order} />
            <Button kind="quiet" onTap={() => openPage('/operator/supplier-accounts/index', { supplierId })}>
              {t('account')}
            </Button>
          </Box>
        </Box>
      </Card>
      <Shortage order={order} />
      <Changes order={order} />
      <PurchaseLines
        order={order}
        action={
          (open.length > 0 || answerable) && (
            <Box className="lt-row lt-row--wrap">
              {open.length > 0 && (
                <Button icon="crate" onTap={() => setReceiving(open)}>
                  {t('receiveAll')}
                </Button>
              )}
              {answerable && (
                <Button kind="secondary" onTap={() => setAnswering(true)}>
                  {t('answer')}
                </Button>
              )}
            </Box>
          )
        }
        onReceive={(line) => setReceiving([line])}
      />
      <Receipts order={order} />
      <History order={order} />
      {answering && <AnswerSheet order={order} onClose={() => setAnswering(false)} />}
      {receiving && <ReceiveSheet order={order} lines={receiving} onClose={() => setReceiving(undefined)} />}
    </Box>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type SupplierId } from '#shared/contracts/ids';
import { type SupplierPayment } from '#shared/contracts/settlement/supplierViews';
import { isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { LoadMore } from '@/blocks/form/LoadMore';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Price } from '@/design/components/Price';
import { EmptyState } from '@/design/components/States';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { formatDayOfYear } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { supplierAccountTexts } from './texts';
import { usePayments } from './useSupplierAccounts';

/** What a supplier was paid, newest first. */
export function Payments({ supplierId }: { supplierId: SupplierId }) {
  const t = useTexts(supplierAccountTexts);
  const { query, items, loadMore } = usePayments(supplierId);
  const [reversing, setReversing] = useState<SupplierPayment>();
  return (
    <>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="receipt" title={t('noPayments')} detail={t('noPaymentsDetail')} />
          ) : (
            <Card flush label={t('tabPayments')}>
              {items.map((payment) => (
                <Row key={payment.paymentId} payment={payment} onReverse={() => setReversing(payment)} />
              ))}
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
      {reversing && <ReverseSheet payment={reversing} onClose={() => setReversing(undefined)} />}
    </>
  );
}

function Row({ payment, onReverse }: { payment: SupplierPayment; onReverse: () => void }) {
  const t = useTexts(supplierAccountTexts);
  const language = useLanguage();
  const { paidOn, reference, note, amount, reverses, reversedBy } = payment;
  const canReverse = reverses === undefined && reversedBy === undefined;
  const parts = [
    reference,
    note,
    reverses !== undefined && t('isReversal'),
    reversedBy !== undefined && t('isReversed'),
  ];
  return (
    <ListRow
      title={formatDayOfYear(paidOn, language)}
      detail={parts.filter(Boolean).join(' · ')}
      trailing={
        <Box className="lt-row lt-row--wrap">
          <Price plain money={amount} />
          {canReverse && (
            <Button size="small" kind="quiet" onTap={onReverse}>
              {t('reverse')}
            </Button>
          )}
        </Box>
      }
    />
  );
}

function ReverseSheet({ payment, onClose }: { payment: SupplierPayment; onClose: () => void }) {
  const t = useTexts(supplierAccountTexts);
  const queryClient = useQueryClient();
  const { supplierId, paymentId } = payment;
  const form = useForm({
    name: 'reverse-payment',
    start: { reason: '' },
    check: ({ reason }) => ({ reason: isFilled(reason) }),
    save: (_key, { reason }) =>
      api.settlement.reverseSupplierPayment({ params: { supplierId, paymentId }, body: { reason } }),
    onSaved: () => {
      void queryClient.invalidateQueries({ queryKey: ['supplier-account'] });
      showToast(t('reversed'));
      onClose();
    },
  });
  return (
    <FormSheet
      title={t('reverseTitle')}
      form={form}
      onClose={onClose}
      danger
      action={t('reverse')}
      intro={<Words as="p">{t('reverseBody')}</Words>}
    >
      <TextField {...form.field('reason')} label={t('reason')} maxLength={200} />
    </FormSheet>
  );
}

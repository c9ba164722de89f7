import { type SupplierOrder, type SupplierReceipt } from '#shared/contracts/settlement/supplierViews';
import { isFilled, isWhole, wholeOf } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { purchaseTexts } from './texts';
import { useShown } from './usePurchases';

type Draft = Readonly<Record<string, string>>;
type CorrectionSheetProps = { order: SupplierOrder; receipt: SupplierReceipt; onClose: () => void };
const most = 1_000_000;

/** What a receipt says by now, Sku by Sku, every correction counted in. */
const counted = ({ receipts }: SupplierOrder, { receiptId, lines }: SupplierReceipt) => {
  const all = receipts.filter((one) => one.receiptId === receiptId || one.corrects === receiptId);
  return [...new Map(lines.map((line) => [line.skuId, line])).values()].map(({ skuId, title }) => ({
    ...{ skuId, title },
    units: all
      .flatMap((one) => one.lines)
      .reduce((sum, line) => sum + (line.skuId === skuId ? line.units : 0), 0),
  }));
};

/** What really came by a receipt, and why it was counted differently. */
export function CorrectionSheet({ order, receipt, onClose }: CorrectionSheetProps) {
  const t = useTexts(purchaseTexts);
  const say = useBilingual();
  const shown = useShown();
  const lines = counted(order, receipt);
  const form = useForm<Draft, SupplierOrder>({
    name: 'receipt-correction',
    start: { ...Object.fromEntries(lines.map(({ skuId, units }) => [skuId, String(units)])), reason: '' },
    check: (draft) => ({
      ...Object.fromEntries(lines.map(({ skuId }) => [skuId, isWhole(draft[skuId] ?? '', 0, most)])),
      reason: isFilled(draft['reason'] ?? ''),
    }),
    save: (key, draft) =>
      api.settlement.correctSupplierReceipt({
        params: { purchaseOrderId: order.purchaseOrderId, receiptId: receipt.receiptId },
        body: {
          lines: lines.map(({ skuId }) => ({ skuId, units: wholeOf(draft[skuId] ?? '') ?? 0 })),
          reason: draft['reason'] ?? '',
        },
        idempotencyKey: key,
      }),
    onSaved: (corrected) => {
      shown(corrected);
      showToast(t('corrected'));
      onClose();
    },
  });
  const { field } = form;
  return (
    <FormSheet title={t('correctTitle')} form={form} onClose={onClose}>
      {lines.map(({ skuId, title, units }) => (
        <TextField
          key={skuId}
          {...field(skuId)}
          kind="digits"
          label={t('unitsOf', { title: say(title) })}
          hint={t('correctHint', { n: units })}
          maxLength={7}
        />
      ))}
      <TextField {...field('reason')} label={t('reason')} maxLength={200} />
    </FormSheet>
  );
}

import { type SkuId } from '#shared/contracts/ids';
import { type SupplierOrder } from '#shared/contracts/settlement/supplierViews';
import { isWhole, wholeOf } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { purchaseTexts } from './texts';
import { useShown } from './usePurchases';

/** What is typed: units by Sku, and a note. */
type Draft = Readonly<Record<string, string>>;

/** What the supplier says on the phone. */
export function AnswerSheet({ order, onClose }: { order: SupplierOrder; onClose: () => void }) {
  const t = useTexts(purchaseTexts);
  const say = useBilingual();
  const shown = useShown();
  const { purchaseOrderId, lines } = order;
  const form = useForm<Draft, SupplierOrder>({
    name: 'supplier-answer',
    start: {
      ...Object.fromEntries(lines.map((line) => [line.skuId, String(line.comingUnits ?? line.units)])),
      note: order.answers.at(-1)?.note ?? '',
    },
    check: (draft) =>
      Object.fromEntries(lines.map(({ skuId, units }) => [skuId, isWhole(draft[skuId] ?? '', 0, units)])),
    save: (_key, draft) =>
      api.settlement.answerSupplierOrder({
        params: { purchaseOrderId },
        body: {
          lines: lines.map(({ skuId }) => ({ skuId, units: wholeOf(draft[skuId] ?? '') ?? 0 })),
          ...(draft['note']?.trim() ? { note: draft['note'] } : {}),
        },
      }),
    onSaved: (answered) => {
      shown(answered);
      showToast(t('answered'));
      onClose();
    },
  });
  const { field } = form;
  return (
    <FormSheet title={t('answer')} form={form} onClose={onClose}>
      {lines.map(
        ({ skuId, title, units }: { skuId: SkuId; title: { zh: string; en: string }; units: number }) => (
          <TextField
            key={skuId}
            {...field(skuId)}
            kind="digits"
            label={t('unitsOf', { title: say(title) })}
            hint={t('answerHint', { n: units })}
            maxLength={7}
          />
        ),
      )}
      <TextField {...field('note')} optional label={t('note')} maxLength={200} />
    </FormSheet>
  );
}

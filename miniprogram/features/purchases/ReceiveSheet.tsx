import { type SupplierOrder, type SupplierOrderLine } from '#shared/contracts/settlement/supplierViews';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { isProblem } from '@/client/apiProblem';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { cityDateOf } from '@/design/format/date';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { LotFields } from './LotFields';
import {
  checkReceipt,
  coldZones,
  type ReceiptDraft,
  receiptDraft,
  saveReceipt,
  warmest,
} from './receiptDraft';
import { purchaseTexts } from './texts';
import { useLotKeys } from './useLotKeys';
import { useShown } from './usePurchases';

type ReceiveSheetProps = { order: SupplierOrder; lines: readonly SupplierOrderLine[]; onClose: () => void };

/** Goods that came: units of each line, the temperature of cold ones; of a single line also its weight and lot. */
export function ReceiveSheet({ order, lines, onClose }: ReceiveSheetProps) {
  const t = useTexts(purchaseTexts);
  const say = useBilingual();
  const shown = useShown();
  const keyOfLot = useLotKeys();
  const form = useForm<ReceiptDraft, SupplierOrder>({
    name: 'supplier-receipt',
    start: receiptDraft(lines, cityDateOf(serverNow())),
    check: (draft) => checkReceipt(draft, lines),
    save: (key, draft) => saveReceipt(key, draft, { order, lines, keyOfLot }),
    onSaved: (received) => {
      shown(received);
      showToast(t('receivedDone'));
      onClose();
    },
  });
  const { field, problem } = form;
  const zones = coldZones(lines);
  const isWarm = isProblem(problem, 'GOODS_TOO_WARM');
  const limit = zones.map((zone) => warmest[zone]).join(' / ');
  const [only] = lines;
  return (
    <FormSheet
      title={t('receiveTitle')}
      form={isWarm ? { ...form, submit: () => form.submitWith({ accepted: 'yes' }) } : form}
      onClose={onClose}
      danger={isWarm}
      action={t(isWarm ? 'takeWarm' : 'receive')}
      message={isWarm ? t('tooWarm', { limit }) : undefined}
    >
      {lines.map(({ skuId, title, units, receivedUnits }) => (
        <TextField
          key={skuId}
          {...field(skuId)}
          kind="digits"
          label={t('unitsOf', { title: say(title) })}
          hint={t('left', { n: units - receivedUnits })}
          maxLength={7}
        />
      ))}
      {zones.map((zone) => (
        <TextField
          key={zone}
          {...field(zone)}
          label={t(zone)}
          hint={t('temperatureHint', { limit: warmest[zone] })}
          maxLength={6}
        />
      ))}
      {lines.length === 1 && only && <LotFields skuId={only.skuId} draft={form.draft} field={field} />}
      <TextField {...field('note')} optional label={t('note')} maxLength={200} />
    </FormSheet>
  );
}

import { type SkuId } from '#shared/contracts/ids';
import { Pair } from '@/blocks/form/Pair';
import { useLots } from '@/client/range';
import { MomentField, SelectField } from '@/design/components/SelectField';
import { TextField } from '@/design/components/TextField';
import { formatDayOfYear } from '@/design/format/date';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { newLot, type ReceiptDraft } from './receiptDraft';
import { purchaseTexts } from './texts';

type Typed = { id: string; value: string; error: string | undefined; onChange: (value: string) => void };
type LotFieldsProps = { skuId: SkuId; draft: ReceiptDraft; field: (name: string) => Typed };

/** Weight and lot of goods that came: a lot that is known, or a new one. */
export function LotFields({ skuId, draft, field }: LotFieldsProps) {
  const t = useTexts(purchaseTexts);
  const language = useLanguage();
  const lots = useLots(skuId).data ?? [];
  const options = [
    { value: '', text: t('lotOrdered') },
    ...lots.map(({ lotId, code, producedOn }) => ({
      value: lotId,
      text: t('lotName', { code, day: formatDayOfYear(producedOn, language) }),
    })),
    { value: newLot, text: t('lotNew') },
  ];
  return (
    <>
      <TextField {...field('grams')} kind="digits" optional label={t('grams')} maxLength={9} />
      <SelectField {...field('lot')} label={t('lot')} options={options} />
      {draft['lot'] === newLot && (
        <>
          <TextField {...field('code')} label={t('code')} maxLength={40} />
          <TextField {...field('origin')} label={t('origin')} maxLength={80} />
          <Pair>
            <MomentField {...field('producedOn')} kind="date" label={t('produced')} />
            <MomentField {...field('bestBefore')} kind="date" optional label={t('bestBefore')} />
          </Pair>
        </>
      )}
    </>
  );
}

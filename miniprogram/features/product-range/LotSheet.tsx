import { useQueryClient } from '@tanstack/react-query';
import { type Lot } from '#shared/contracts/catalog/lots';
import { FormSheet } from '@/blocks/form/FormSheet';
import { Pair } from '@/blocks/form/Pair';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { MomentField } from '@/design/components/SelectField';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { cityDateOf } from '@/design/format/date';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { checkLot, lotDraft, saveLot } from './lotDraft';
import { productTexts } from './texts';

type LotSheetProps = { skuId: string; lot: Lot | undefined; onClose: () => void };

/** Where goods come from: a new lot, or one to correct. */
export function LotSheet({ skuId, lot, onClose }: LotSheetProps) {
  const t = useTexts(productTexts);
  const queryClient = useQueryClient();
  const draftOf = (seen: Lot | undefined) => lotDraft(seen, cityDateOf(serverNow()));
  const form = useForm({
    name: 'lot',
    start: draftOf(lot),
    check: checkLot,
    save: (key, draft) => saveLot(key, draft, skuId, lot?.lotId),
    onSaved: () => {
      void queryClient.invalidateQueries({ queryKey: ['lots', skuId] });
      showToast(t('lotSaved'));
      onClose();
    },
    ...(lot
      ? { reload: async () => draftOf(await api.catalog.readLot({ params: { lotId: lot.lotId } })) }
      : {}),
  });
  const { field } = form;
  return (
    <FormSheet title={lot ? t('editLot') : t('newLot')} form={form} onClose={onClose}>
      <TextField {...field('code')} label={t('code')} maxLength={40} />
      <Pair>
        <TextField {...field('origin')} label={t('origin')} maxLength={80} />
        <TextField {...field('originEn')} optional label={t('originEn')} maxLength={80} />
      </Pair>
      <Pair>
        <MomentField {...field('producedOn')} kind="date" label={t('produced')} />
        <MomentField {...field('bestBefore')} kind="date" optional label={t('bestBefore')} />
      </Pair>
      <TextField {...field('units')} kind="digits" label={t('units')} maxLength={8} />
      <TextField {...field('certificate')} optional label={t('certificate')} maxLength={60} />
    </FormSheet>
  );
}

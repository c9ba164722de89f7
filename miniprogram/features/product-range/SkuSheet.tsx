import { type Sku } from '#shared/contracts/catalog/products';
import { BilingualFields } from '@/blocks/form/BilingualFields';
import { FormSheet } from '@/blocks/form/FormSheet';
import { Pair } from '@/blocks/form/Pair';
import { formTexts } from '@/blocks/form/texts';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { useAllSuppliers } from '@/client/range';
import { SelectField } from '@/design/components/SelectField';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { useNamed } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { checkSku, saveSku, skuDraft } from './skuDraft';
import { productTexts } from './texts';
import { useProductChanged } from './useRange';

type SkuSheetProps = { productId: string; sku: Sku | undefined; onClose: () => void };

/** A new pack, or one to change; how it is sold, by whom and what it weighs is fixed when it is added. */
export function SkuSheet({ productId, sku, onClose }: SkuSheetProps) {
  const t = useTexts(productTexts);
  const words = useTexts(formTexts);
  const named = useNamed();
  const suppliers = useAllSuppliers().data ?? [];
  const changed = useProductChanged();
  const form = useForm({
    name: 'sku',
    start: skuDraft(sku),
    check: checkSku,
    save: (key, draft) => saveSku(key, draft, productId, sku?.skuId),
    onSaved: () => {
      changed(productId);
      showToast(t('skuSaved'));
      onClose();
    },
    ...(sku
      ? { reload: async () => skuDraft(await api.catalog.readSku({ params: { skuId: sku.skuId } })) }
      : {}),
  });
  const { draft, field } = form;
  return (
    <FormSheet title={sku ? t('editSku') : t('newSku')} form={form} onClose={onClose}>
      <BilingualFields
        label={t('pack')}
        hint={t('packHint')}
        zh={field('packZh')}
        en={field('packEn')}
        maxLength={60}
      />
      {!sku && (
        <>
          <SelectField
            {...field('soldBy')}
            label={t('soldBy')}
            hint={t('soldByHint')}
            options={(['piece', 'weight'] as const).map((value) => ({ value, text: t(value) }))}
          />
          <TextField
            {...field('nominalGrams')}
            kind="digits"
            label={draft.soldBy === 'weight' ? t('gramsWeight') : t('grams')}
            maxLength={6}
          />
          <SelectField
            {...field('supplierId')}
            label={t('supplier')}
            options={[
              { value: '', text: words('choose') },
              ...suppliers.map(({ supplierId, name, nameEn }) => ({
                value: supplierId,
                text: named(name, nameEn),
              })),
            ]}
          />
        </>
      )}
      <TextField {...field('unitCost')} kind="decimal" label={t('cost')} maxLength={10} />
      <Pair>
        <TextField {...field('caseUnits')} kind="digits" label={t('caseUnits')} maxLength={5} />
        <TextField
          {...field('supplierMinimumUnits')}
          kind="digits"
          label={t('minimum')}
          hint={t('minimumHint')}
          maxLength={7}
        />
      </Pair>
    </FormSheet>
  );
}

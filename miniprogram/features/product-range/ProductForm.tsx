import { type Product } from '#shared/contracts/catalog/products';
import { BilingualFields } from '@/blocks/form/BilingualFields';
import { FormProblem } from '@/blocks/form/FormProblem';
import { Pair } from '@/blocks/form/Pair';
import { formTexts } from '@/blocks/form/texts';
import { useForm } from '@/blocks/form/useForm';
import { useCities } from '@/client/cities';
import { useAllCategories } from '@/client/range';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { SelectField } from '@/design/components/SelectField';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { PicturesField } from './PicturesField';
import { checkProduct, productDraft, saveProduct } from './productDraft';
import { productTexts } from './texts';
import { readProduct, useProductChanged } from './useRange';

type ProductFormProps = { product?: Product; onAdded: (productId: string) => void };

/** What a product is: names, category, words and pictures; a new one, or one to change. */
export function ProductForm({ product, onAdded }: ProductFormProps) {
  const t = useTexts(productTexts);
  const words = useTexts(formTexts);
  const say = useBilingual();
  const categories = useAllCategories().data ?? [];
  const { city } = useCities();
  const changed = useProductChanged();
  const form = useForm({
    name: 'product',
    start: productDraft(product),
    check: checkProduct,
    save: (key, draft) => saveProduct(key, draft, product?.productId),
    onSaved: (saved) => {
      changed(saved.productId, saved);
      form.restart(productDraft(saved));
      showToast(t('saved'));
      if (!product) onAdded(saved.productId);
    },
    ...(product ? { reload: async () => productDraft(await readProduct(product.productId)) } : {}),
  });
  const { draft, change, field } = form;
  return (
    <Card label={t('facts')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('facts')}
        </Words>
        <BilingualFields label={t('name')} zh={field('titleZh')} en={field('titleEn')} maxLength={80} />
        <Pair>
          <SelectField
            {...field('categoryId')}
            label={t('category')}
            options={[
              { value: '', text: words('choose') },
              ...categories.map(({ categoryId, name }) => ({ value: categoryId, text: say(name) })),
            ]}
          />
          <SelectField
            {...field('temperature')}
            label={t('temperature')}
            options={(['ambient', 'chilled', 'frozen'] as const).map((value) => ({ value, text: t(value) }))}
          />
        </Pair>
        <PicturesField pictures={draft.pictures} onChange={(pictures) => change({ pictures })} />
        <BilingualFields
          multiline
          optional
          label={t('description')}
          zh={field('descriptionZh')}
          en={field('descriptionEn')}
          maxLength={2000}
        />
        <BilingualFields
          multiline
          optional
          label={t('storage')}
          hint={t('storageHint')}
          zh={field('storageAdviceZh')}
          en={field('storageAdviceEn')}
          maxLength={300}
        />
        <TextField
          {...field('keywords')}
          optional
          label={t('keywords')}
          hint={t('keywordsHint')}
          maxLength={440}
        />
        <Switch
          label={t('fresh')}
          {...(city ? { detail: t('freshDetail', { hours: city.freshClaimHours }) } : {})}
          on={draft.fresh}
          onChange={(fresh) => change({ fresh })}
        />
        <FormProblem form={form} />
        <Button block busy={form.busy} onTap={form.submit}>
          {product ? words('save') : t('newProduct')}
        </Button>
      </Box>
    </Card>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type Category } from '#shared/contracts/catalog/range';
import { BilingualFields } from '@/blocks/form/BilingualFields';
import { isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { Switch } from '@/design/components/Switch';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { CategoryPicture, type PictureDraft } from './CategoryPicture';
import { categoryTexts } from './texts';

const draftOf = (category?: Category) => ({
  version: category?.version ?? 0,
  nameZh: category?.name.zh ?? '',
  nameEn: category?.name.en ?? '',
  hidden: category?.hidden ?? false,
  picture: category?.picture && ({ src: category.picture.small } as PictureDraft),
});

type CategorySheetProps = { category: Category | undefined; nextPosition: number; onClose: () => void };

/** A new category, placed last, or one to change or hide. */
export function CategorySheet({ category, nextPosition, onClose }: CategorySheetProps) {
  const t = useTexts(categoryTexts);
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['categories'] });
  const form = useForm({
    name: 'category',
    start: draftOf(category),
    check: ({ nameZh, nameEn }) => ({ nameZh: isFilled(nameZh), nameEn: isFilled(nameEn) }),
    save: (key, { version, nameZh, nameEn, hidden, picture }) => {
      const fields = { name: { zh: nameZh, en: nameEn }, hidden };
      const pictureId = picture?.pictureId;
      return category
        ? api.catalog.changeCategory({
            params: { categoryId: category.categoryId },
            // A picture without an id is the one that it has.
            body: { version, ...fields, pictureId: picture ? pictureId : null },
            idempotencyKey: key,
          })
        : api.catalog.addCategory({
            body: { ...fields, pictureId, position: nextPosition },
            idempotencyKey: key,
          });
    },
    onSaved: () => {
      void refresh();
      showToast(t('saved'));
      onClose();
    },
    ...(category
      ? {
          // There is no reading of one category: the list has it.
          reload: async () => {
            await refresh();
            const all = queryClient.getQueryData<Category[]>(['categories', 'all']);
            return draftOf(all?.find(({ categoryId }) => categoryId === category.categoryId) ?? category);
          },
        }
      : {}),
  });
  return (
    <FormSheet title={category ? t('edit') : t('add')} form={form} onClose={onClose}>
      <BilingualFields label={t('name')} zh={form.field('nameZh')} en={form.field('nameEn')} maxLength={40} />
      <CategoryPicture picture={form.draft.picture} onChange={(picture) => form.change({ picture })} />
      <Switch label={t('hidden')} on={form.draft.hidden} onChange={(hidden) => form.change({ hidden })} />
    </FormSheet>
  );
}

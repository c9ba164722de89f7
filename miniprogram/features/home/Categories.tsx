import { Chip } from '@/design/components/Chip';
import { Box } from '@/design/primitives/Box';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { homeTexts } from './texts';
import { useCategories } from './useHome';

type CategoriesProps = { chosen: string | undefined; onChoose: (categoryId: string | undefined) => void };

/** All, or one of the categories. */
export function Categories({ chosen, onChoose }: CategoriesProps) {
  const t = useTexts(homeTexts);
  const say = useBilingual();
  const categories = useCategories().data?.items.filter(({ hidden }) => !hidden) ?? [];
  return (
    <Box role="tablist" label={t('categories')} className="lt-scroll home-categories">
      <Chip role="tab" chosen={chosen === undefined} onTap={() => onChoose(undefined)}>
        {t('all')}
      </Chip>
      {categories.map(({ categoryId, name }) => (
        <Chip key={categoryId} role="tab" chosen={chosen === categoryId} onTap={() => onChoose(categoryId)}>
          {say(name)}
        </Chip>
      ))}
    </Box>
  );
}

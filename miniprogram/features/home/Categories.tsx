import { pictureAddress } from '@/client/pictures';
import { Chip } from '@/design/components/Chip';
import { Picture } from '@/design/components/Picture';
import { Box } from '@/design/primitives/Box';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { homeTexts } from './texts';
import { useCategories } from './useHome';

type CategoriesProps = { chosen: string | undefined; onChoose: (categoryId: string | undefined) => void };

/** All, or one of the categories. Where none has a picture, words are enough. */
export function Categories({ chosen, onChoose }: CategoriesProps) {
  const t = useTexts(homeTexts);
  const say = useBilingual();
  const categories = useCategories().data?.items.filter(({ hidden }) => !hidden) ?? [];
  const pictured = categories.some(({ picture }) => picture);
  return (
    <Box role="tablist" label={t('categories')} className="lt-scroll home-categories">
      <Chip role="tab" chosen={chosen === undefined} onTap={() => onChoose(undefined)}>
        {t('all')}
      </Chip>
      {categories.map(({ categoryId, name, picture }) => (
        <Chip
          key={categoryId}
          role="tab"
          chosen={chosen === categoryId}
          picture={pictured && <Picture src={pictureAddress(picture?.small)} alt="" />}
          onTap={() => onChoose(categoryId)}
        >
          {say(name)}
        </Chip>
      ))}
    </Box>
  );
}

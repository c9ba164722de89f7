import { useState } from 'react';
import { type Category } from '#shared/contracts/catalog/range';
import { pictureAddress } from '@/client/pictures';
import { QueryState } from '@/client/QueryState';
import { useAllCategories } from '@/client/range';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Picture } from '@/design/components/Picture';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { CategorySheet } from './CategorySheet';
import { categoryTexts } from './texts';
import { useCategoryOrder } from './useCategoryOrder';

/** The categories in the order in which shoppers see them. */
export function CategoriesScreen() {
  const t = useTexts(categoryTexts);
  return (
    <Page title={t('title')}>
      <SignInGate role="operator">
        <Categories />
      </SignInGate>
    </Page>
  );
}

function Categories() {
  const t = useTexts(categoryTexts);
  const [editing, setEditing] = useState<Category | 'new'>();
  const query = useAllCategories();
  const categories = query.data ?? [];
  const move = useCategoryOrder(categories);
  return (
    <>
      <Box className="lt-row lt-row--between lt-row--wrap">
        <Words className="lt-soft">{t('detail')}</Words>
        <Button icon="plus" onTap={() => setEditing('new')}>
          {t('add')}
        </Button>
      </Box>
      <QueryState query={query}>
        {() =>
          categories.length === 0 ? (
            <EmptyState icon="list" title={t('none')} detail={t('noneDetail')} />
          ) : (
            <Card flush>
              <Box as="ol">
                {categories.map((category, at) => (
                  <CategoryRow
                    key={category.categoryId}
                    category={category}
                    first={at === 0}
                    last={at === categories.length - 1}
                    onMove={(by) => move(at, at + by)}
                    onEdit={() => setEditing(category)}
                  />
                ))}
              </Box>
            </Card>
          )
        }
      </QueryState>
      {editing && (
        <CategorySheet
          category={editing === 'new' ? undefined : editing}
          nextPosition={(categories.at(-1)?.position ?? -1) + 1}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

type CategoryRowProps = {
  category: Category;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
};

function CategoryRow({ category, first, last, onMove, onEdit }: CategoryRowProps) {
  const t = useTexts(categoryTexts);
  const name = useBilingual()(category.name);
  return (
    <Box as="li" className="lt-list-row">
      {category.picture && (
        <Box className="category-picture category-picture--small">
          <Picture src={pictureAddress(category.picture.small)} alt="" />
        </Box>
      )}
      <Box className="lt-grow">
        <Words className="lt-strong">{name}</Words>
        {category.hidden && <Tag>{t('hiddenTag')}</Tag>}
      </Box>
      <Button
        kind="quiet"
        icon="up"
        label={t('earlier', { name })}
        disabled={first}
        onTap={() => onMove(-1)}
      />
      <Button kind="quiet" icon="down" label={t('later', { name })} disabled={last} onTap={() => onMove(1)} />
      <Button kind="quiet" icon="edit" label={t('change', { name })} onTap={onEdit} />
    </Box>
  );
}

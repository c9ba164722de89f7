import { useState } from 'react';
import { type Product } from '#shared/contracts/catalog/products';
import { LoadMore } from '@/blocks/form/LoadMore';
import { SearchField } from '@/blocks/form/SearchField';
import { pictureAddress } from '@/client/pictures';
import { QueryState } from '@/client/QueryState';
import { useAllCategories } from '@/client/range';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { PictureRow } from '@/design/components/PictureRow';
import { SelectField } from '@/design/components/SelectField';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { VirtualList } from '@/design/components/VirtualList';
import { Page } from '@/design/page/Page';
import { Split } from '@/design/page/Split';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { useWide } from '@/platform/wide';
import { ProductEditor } from './ProductEditor';
import { productTexts } from './texts';
import { useProducts } from './useRange';
import './range.scss';

/** The range: find a product, change it beside the list (on a phone: on its own page), add one. */
export function ProductsScreen() {
  const t = useTexts(productTexts);
  return (
    <Page title={t('title')} wide>
      <SignInGate role="operator">
        <Range />
      </SignInGate>
    </Page>
  );
}

function Range() {
  const t = useTexts(productTexts);
  const wide = useWide();
  const [chosen, setChosen] = useState<string>();
  const choose = (productId: string) =>
    wide ? setChosen(productId) : openPage('/operator/product/index', { productId });
  return (
    <Split
      list={
        <>
          <Box className="lt-row lt-row--wrap">
            <Button icon="plus" onTap={() => openPage('/operator/product/index')}>
              {t('newProduct')}
            </Button>
            <Button kind="secondary" icon="list" onTap={() => openPage('/operator/categories/index')}>
              {t('categories')}
            </Button>
            <Button kind="secondary" icon="truck" onTap={() => openPage('/operator/suppliers/index')}>
              {t('suppliers')}
            </Button>
          </Box>
          <ProductList chosen={wide ? chosen : undefined} onChoose={choose} />
        </>
      }
      detailLabel={t('product')}
      detail={
        wide &&
        (chosen === undefined ? (
          <EmptyState icon="leaf" title={t('chooseOne')} detail={t('chooseOneDetail')} />
        ) : (
          <ProductEditor key={chosen} productId={chosen} onAdded={setChosen} />
        ))
      }
    />
  );
}

type ProductListProps = { chosen: string | undefined; onChoose: (productId: string) => void };

function ProductList({ chosen, onChoose }: ProductListProps) {
  const t = useTexts(productTexts);
  const say = useBilingual();
  const [words, setWords] = useState('');
  const [categoryId, setCategoryId] = useState('');
  const categories = useAllCategories().data ?? [];
  const { query, items, loadMore } = useProducts(words, categoryId);
  return (
    <>
      <SearchField value={words} label={t('search')} onChange={setWords} />
      <SelectField
        id="range-category"
        label={t('category')}
        value={categoryId}
        options={[
          { value: '', text: t('allCategories') },
          ...categories.map((one) => ({ value: one.categoryId, text: say(one.name) })),
        ]}
        onChange={setCategoryId}
      />
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="search" title={t('none')} detail={t('noneDetail')} />
          ) : (
            <Card flush>
              <VirtualList
                items={items}
                keyOf={({ productId }) => productId}
                render={(product) => (
                  <ProductRow
                    product={product}
                    chosen={product.productId === chosen}
                    onTap={() => onChoose(product.productId)}
                  />
                )}
                estimate={740}
                label={t('title')}
              />
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
    </>
  );
}

type ProductRowProps = { product: Product; chosen: boolean; onTap: () => void };

function ProductRow({ product: { title, pictures, skus }, chosen, onTap }: ProductRowProps) {
  const t = useTexts(productTexts);
  const say = useBilingual();
  return (
    <PictureRow src={pictureAddress(pictures[0]?.small)} chosen={chosen} onTap={onTap}>
      <Box className="lt-grow">
        <Words className="lt-strong lt-clamp-1">{say(title)}</Words>
        <Words className="lt-small lt-soft">
          {skus.length === 0 ? t('noPacks') : t('packs', { n: skus.length })}
        </Words>
      </Box>
      {pictures.length === 0 && <Tag tone="yolk">{t('noPicture')}</Tag>}
    </PictureRow>
  );
}

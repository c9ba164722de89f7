import { SignInGate } from '@/client/SignInGate';
import { Page } from '@/design/page/Page';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { replacePage } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { ProductEditor } from './ProductEditor';
import { productTexts } from './texts';
import { useProduct } from './useRange';

/** One product on a page of its own. */
export function ProductScreen() {
  const t = useTexts(productTexts);
  const say = useBilingual();
  const { productId } = usePageQuery();
  const product = useProduct(productId).data;
  return (
    <Page
      title={product ? say(product.title) : productId === undefined ? t('newProduct') : t('product')}
      wide={productId !== undefined}
    >
      <SignInGate role="operator">
        <ProductEditor
          alone
          productId={productId}
          onAdded={(added) => replacePage('/operator/product/index', { productId: added })}
        />
      </SignInGate>
    </Page>
  );
}

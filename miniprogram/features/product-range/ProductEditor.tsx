import { QueryState } from '@/client/QueryState';
import { Box } from '@/design/primitives/Box';
import { ProductForm } from './ProductForm';
import { SkusCard } from './SkusCard';
import { useProduct } from './useRange';
import './range.scss';

type ProductEditorProps = {
  productId: string | undefined;
  onAdded: (productId: string) => void;
  /** It has the page for itself: its packs stand beside it where there is room. */
  alone?: boolean;
};

/** A product with its packs and their lots; without an id a new one. */
export function ProductEditor({ productId, onAdded, alone = false }: ProductEditorProps) {
  const query = useProduct(productId);
  if (productId === undefined) return <ProductForm onAdded={onAdded} />;
  return (
    <QueryState query={query}>
      {(product) => (
        <Box className={alone ? 'range-editor range-editor--alone' : 'range-editor'}>
          <ProductForm product={product} onAdded={onAdded} />
          <SkusCard product={product} />
        </Box>
      )}
    </QueryState>
  );
}

import { QueryState } from '@/client/QueryState';
import { Box } from '@/design/primitives/Box';
import { ProductForm } from './ProductForm';
import { SkusCard } from './SkusCard';
import { useProduct } from './useRange';

type ProductEditorProps = { productId: string | undefined; onAdded: (productId: string) => void };

/** A product with its packs and their lots; without an id a new one. */
export function ProductEditor({ productId, onAdded }: ProductEditorProps) {
  const query = useProduct(productId);
  if (productId === undefined) return <ProductForm onAdded={onAdded} />;
  return (
    <QueryState query={query}>
      {(product) => (
        <Box className="lt-column">
          <ProductForm product={product} onAdded={onAdded} />
          <SkusCard product={product} />
        </Box>
      )}
    </QueryState>
  );
}

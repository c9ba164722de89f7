import { ProductsScreen } from '@/features/product-range/ProductsScreen';

export default function ProductsPage() {
  return <ProductsScreen />;
}

import { ProductScreen } from '@/features/product-range/ProductScreen';

export default function ProductPage() {
  return <ProductScreen />;
}

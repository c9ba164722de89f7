import { CartScreen } from '@/features/cart/CartScreen';

export default function CartPage() {
  return <CartScreen />;
}

import { StockScreen } from '@/features/stock-books/StockScreen';

export default function StockPage() {
  return <StockScreen />;
}

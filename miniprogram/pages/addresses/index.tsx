import { AddressesScreen } from '@/features/addresses/AddressesScreen';
import { usePageQuery } from '@/platform/usePageQuery';

export default function AddressesPage() {
  return <AddressesScreen choosing={usePageQuery()['choose'] === '1'} />;
}

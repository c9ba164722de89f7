import { CategoriesScreen } from '@/features/categories/CategoriesScreen';

export default function CategoriesPage() {
  return <CategoriesScreen />;
}

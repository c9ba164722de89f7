import { CyclesScreen } from '@/features/cycles/CyclesScreen';

export default function CyclesPage() {
  return <CyclesScreen />;
}

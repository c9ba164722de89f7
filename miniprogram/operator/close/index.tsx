import { DayCloseScreen } from '@/features/finance/DayCloseScreen';

export default function DayClosePage() {
  return <DayCloseScreen />;
}

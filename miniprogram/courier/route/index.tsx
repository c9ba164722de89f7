import { useEffect } from 'react';
import { RoundScreen } from '@/features/courier-round/RoundScreen';
import { preloadPages } from '@/platform/preloadPages';

export default function CourierRoutePage() {
  useEffect(() => preloadPages('courier/'), []);
  return <RoundScreen />;
}

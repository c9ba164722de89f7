import { useEffect } from 'react';
import { RoundScreen } from '@/features/courier-round/RoundScreen';
import { preloadRound } from '../preload';

export default function CourierRoutePage() {
  useEffect(preloadRound, []);
  return <RoundScreen />;
}

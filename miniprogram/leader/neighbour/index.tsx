import { NeighbourScreen } from '@/features/order-for-neighbour/NeighbourScreen';

export default function OrderForNeighbourPage() {
  return <NeighbourScreen />;
}

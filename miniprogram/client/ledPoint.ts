import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { persisted } from '@/platform/persisted';
import { api } from './api';
import { useSession } from './session';

type Kept = { readonly accountId: string; readonly points: readonly ManagedPickupPoint[] };
const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'accountId' in value && 'points' in value;
const kept = persisted<Kept>('led-points', 1, isKept);
const keptChoice = persisted<string>('led-point', 1, (value): value is string => typeof value === 'string');

const useChoice = create<{ chosen: string | undefined }>(() => ({ chosen: keptChoice.read() }));

/** From now on the leader looks after this one of their pickup points. */
export const chooseLedPoint = (pickupPointId: string): void => {
  keptChoice.write(pickupPointId);
  useChoice.setState({ chosen: pickupPointId });
};

/** The pickup points that the signed-in leader leads, and the one looked at now; known without a signal once read. */
export const useLedPoint = () => {
  const accountId = useSession()?.accountId;
  const chosen = useChoice((state) => state.chosen);
  const query = useQuery({
    queryKey: ['led-points', accountId],
    queryFn: async () => {
      const { pickupPoints } = await api.delivery.listMyPickupPoints();
      kept.write({ accountId: accountId ?? '', points: pickupPoints });
      return pickupPoints;
    },
    initialData: () => {
      const known = kept.read();
      return known && known.accountId === accountId ? [...known.points] : undefined;
    },
    initialDataUpdatedAt: 0,
    enabled: accountId !== undefined,
  });
  const points = query.data ?? [];
  return { query, points, point: points.find((one) => one.pickupPointId === chosen) ?? points[0] };
};

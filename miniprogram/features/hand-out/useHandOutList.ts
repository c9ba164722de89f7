import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type z } from 'zod';
import { type OfflineHandOut } from '#shared/contracts/delivery/pickupViews';
import { type PickupPointId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { useFollow } from '@/client/realtime';
import { persisted } from '@/platform/persisted';

export type Listed = z.infer<typeof OfflineHandOut>;
export type HandOutList = {
  readonly pickupPointId: PickupPointId;
  readonly items: readonly Listed[];
  readonly iterations: number;
  /** When the server made it. */
  readonly issuedAt: string;
};

const isList = (value: unknown): value is HandOutList =>
  typeof value === 'object' && value !== null && 'items' in value && 'iterations' in value;
const kept = persisted<HandOutList>('hand-out-list', 1, isList);

/** Loads all pages and keeps them on the device. */
const download = async (pickupPointId: PickupPointId): Promise<HandOutList> => {
  const items: Listed[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await api.delivery.getHandOutList({
      params: { pickupPointId },
      query: { cursor, limit: '100' },
    });
    items.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === undefined) {
      const list = { pickupPointId, items, iterations: page.iterations, issuedAt: page.issuedAt };
      kept.write(list);
      return list;
    }
  }
};

/** Everything that is ready, with hashed codes: loaded beforehand, so that handing out works without a signal. */
export const useHandOutList = (pickupPointId: PickupPointId) => {
  const queryClient = useQueryClient();
  const queryKey = ['hand-out-list', pickupPointId];
  useFollow(
    { kind: 'pickup_point', pickupPointId },
    {
      onSnapshot: () => void queryClient.invalidateQueries({ queryKey }),
      onMessage: ({ name, message }) => {
        if (name === 'pickup_changed' && message.pickupPointId === pickupPointId)
          void queryClient.invalidateQueries({ queryKey });
      },
    },
  );
  return useQuery({
    queryKey,
    queryFn: () => download(pickupPointId),
    initialData: () => {
      const list = kept.read();
      return list?.pickupPointId === pickupPointId ? list : undefined;
    },
    initialDataUpdatedAt: 0,
  });
};

import { LRUCache } from 'lru-cache';
import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { deliveryInternal } from '#shared/contracts/internal/delivery';
import { createClient, type Transport } from '#shared/kit/client/client';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { found } from '#shared/kit/domainError';
import { type KnownPoints } from '../storage/knownPoints';
import { within } from '#shared/kit/schedule/within';

const rememberMs = 60_000;
/** Whoever has an older answer at hand waits so long for a newer one. */
const patienceMs = 300;

type Known = { readonly cityId: CityId; readonly askedAt: number };

/**
 * The cities of pickup points, as delivery knows them. What was learnt once, by whatever process, is still used when delivery cannot
 * be asked: a pickup point hardly ever moves to another city.
 */
export function pickupPoints(call: Transport, copies: KnownPoints) {
  const delivery = createClient(deliveryInternal, call);
  const known = new LRUCache<PickupPointId, Known>({ max: 20_000 });
  const asking = new Map<PickupPointId, Promise<CityId | undefined>>();

  function ask(pickupPointId: PickupPointId): Promise<CityId | undefined> {
    const answer = read(pickupPointId).finally(() => asking.delete(pickupPointId));
    // Whoever waits for it is told of a failure; those who went on with an older answer need not be.
    answer.catch(() => undefined);
    asking.set(pickupPointId, answer);
    return answer;
  }

  async function read(pickupPointId: PickupPointId): Promise<CityId | undefined> {
    const body = { pickupPointIds: [pickupPointId] };
    const { pickupPoints: answers } = await delivery.lookUpPickupPoints({ body });
    const cityId = answers[0]?.cityId;
    if (cityId) learn(pickupPointId, cityId);
    return cityId;
  }

  function learn(pickupPointId: PickupPointId, cityId: CityId): void {
    known.set(pickupPointId, { cityId, askedAt: performance.now() });
  }

  async function copyOf(pickupPointId: PickupPointId, error: unknown): Promise<CityId | undefined> {
    if (!isRefusal(error, 'SERVICE_UNAVAILABLE')) return undefined;
    const [copy] = await copies.find([pickupPointId]);
    if (copy) known.set(pickupPointId, { cityId: copy.cityId, askedAt: -Infinity });
    return copy?.cityId;
  }

  return {
    /** Delivery told of a change. */
    async learn(pickupPointId: PickupPointId, cityId: CityId): Promise<void> {
      learn(pickupPointId, cityId);
      await copies.keep([{ pickupPointId, cityId }]);
    },
    /** Reads where all of them are, for processes that start while delivery is away. @returns whether it could not tell all of it */
    learnAll: (): Promise<boolean> =>
      copies.keepAll(async (cursor) => {
        const { items, nextCursor } = await delivery.listPickupPointCards({
          query: { cursor, limit: '100' },
        });
        return { items: items.map(({ pickupPointId, cityId }) => ({ pickupPointId, cityId })), nextCursor };
      }),
    /** @throws {Refused} NOT_FOUND for an unknown pickup point; what delivery throws when it cannot be asked. */
    async cityOf(pickupPointId: PickupPointId): Promise<CityId> {
      const remembered = known.get(pickupPointId);
      if (remembered && performance.now() - remembered.askedAt < rememberMs) return remembered.cityId;
      const answer = asking.get(pickupPointId) ?? ask(pickupPointId);
      if (remembered && !(await within(patienceMs, answer))) return remembered.cityId;
      try {
        return found(await answer);
      } catch (error) {
        const cityId = remembered?.cityId ?? (await copyOf(pickupPointId, error));
        if (cityId === undefined) throw error;
        return cityId;
      }
    },
  };
}

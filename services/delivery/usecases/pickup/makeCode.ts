import { type OrderId } from '#shared/contracts/ids';
import { type PickupCodeDoc, type TrackedOrderDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { newDigits, newSalt } from '../../tokens/codeFaces';

/** Ten million codes and some thousand active ones at a point: a clash is rare, eight in a row do not happen. */
const maxTries = 8;

type Owner = Pick<TrackedOrderDoc, '_id' | 'accountId' | 'cityId' | 'cycleId' | 'pickupPointId'>;

/** The pickup code of a paid order: made by whoever needs it first, once. */
export async function makeCode({ store, now }: DeliveryDeps, order: Owner): Promise<PickupCodeDoc> {
  const { _id, accountId, cityId, cycleId, pickupPointId } = order;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const digits = newDigits();
    const code: PickupCodeDoc = {
      ...{ _id, accountId, cityId, cycleId, pickupPointId, digits },
      salt: newSalt(),
      status: 'waiting',
      version: 1,
      activeDigits: [digits],
      touchedAt: now(),
    };
    const outcome = await store.codes.insert(code);
    if (outcome === 'made') return code;
    if (outcome === 'there') return mustFind(await store.codes.find(_id), _id);
  }
  throw new Error(`No free digits were found at ${pickupPointId}`);
}

function mustFind(code: unknown, orderId: OrderId): PickupCodeDoc {
  if (!code) throw new Error(`The pickup code of ${orderId} is gone`);
  return code as PickupCodeDoc;
}

import { AccountId, type CityId, FacilityId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { byId, type ListOrder, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type CourierDoc, type FacilityDoc } from './documents';
import { type Collections } from './models';

/** Couriers that one city can have on the road; also what one plan is made for. */
const mostCouriers = 500;

const facilitiesInOrder: ListOrder = [byId('_id', FacilityId, 'rising')];
const couriersInOrder: ListOrder = [byId('_id', AccountId, 'rising')];

/** The warehouses and couriers of each city; who left stays, without a name, for the routes that they drove. */
export function fleetStore({ facilities, couriers }: Collections) {
  return {
    findFacility: (id: FacilityId) => facilities.findOne({ _id: id }),
    listFacilities: (cityId: CityId, wish: PageWish) =>
      pageByKey({
        order: facilitiesInOrder,
        wish,
        find: (beyond) => facilities.find({ cityId, ...beyond }),
        present: (facility): FacilityDoc => facility,
      }),
    /** Makes it once. */
    async insertFacility(facility: FacilityDoc): Promise<void> {
      try {
        await facilities.insertOne(facility);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    changeFacility: (
      id: FacilityId,
      version: number,
      change: Partial<Omit<FacilityDoc, '_id' | 'version'>>,
    ) =>
      facilities.findOneAndUpdate(
        { _id: id, version },
        { $set: change, $inc: { version: 1 } },
        { returnDocument: 'after' },
      ),

    findCourier: (id: AccountId) => couriers.findOne({ _id: id }),
    listCouriers: (cityId: CityId, wish: PageWish) =>
      pageByKey({
        order: couriersInOrder,
        wish,
        find: (beyond) => couriers.find({ cityId, ...beyond }),
        present: (courier): CourierDoc => courier,
      }),
    /** Those who work, in the order of their ids. */
    activeCouriers: (cityId: CityId) =>
      couriers.find({ cityId, active: true }).sort({ _id: 1 }).limit(mostCouriers).toArray() as Promise<
        CourierDoc[]
      >,
    putCourier: (id: AccountId, facts: Omit<CourierDoc, '_id' | 'version'>) =>
      couriers.findOneAndUpdate(
        { _id: id },
        { $set: facts, $inc: { version: 1 } },
        { upsert: true, returnDocument: 'after' },
      ),
    /** Is not planned with any more; routes under way go on. */
    deactivateCourier: (id: AccountId) =>
      couriers.updateOne({ _id: id, active: true }, { $set: { active: false }, $inc: { version: 1 } }),
    forgetCourier: (id: AccountId) =>
      couriers.updateOne({ _id: id }, { $set: { displayName: '–', active: false }, $inc: { version: 1 } }),
  };
}

import { type Transport } from '../../../shared/kit/client/client';
import { localTransport } from '../../../shared/kit/client/localTransport';
import { anId } from '../anId';
import { aCycle, catalogWorld } from '../catalog';
import { ordersWorld } from './world';

const cycleId = anId('cyc_20260301');
const cityId = anId('cit_hangzhou');
const offerId = anId('off_apples');

/** Orders with the real catalogue in two processes behind it, and boxes of apples to sell. */
export async function ordersWithCatalog({ units }: { units: number }) {
  const catalog = await catalogWorld();
  const city = await catalog.collections.cities.findOne({});
  if (!city) throw new Error('the world of the catalogue has a city');
  await catalog.collections.cities.insertOne({ ...city, _id: cityId });
  await catalog.collections.cycles.insertOne(aCycle({ _id: cycleId, cityId }));
  await catalog.offers({ _id: offerId, cycleId, cityId, initial: units });
  const processes = [catalog.app, await catalog.another()];
  let turn = 0;
  const askCatalog: Transport = localTransport('orders', () => processes[(turn += 1) % 2]!.api);
  const world = await ordersWorld({}, askCatalog);
  return {
    world,
    catalog,
    offerId,
    /** Ids of the orders whose stock is held. */
    async held(): Promise<Set<string>> {
      const found = await catalog.collections.reservations.find({ status: 'held' }).toArray();
      return new Set(found.map(({ _id }) => _id));
    },
    async close() {
      await world.close();
      await processes[1]!.close();
      await catalog.stop();
    },
  };
}

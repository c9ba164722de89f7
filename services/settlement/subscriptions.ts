import { type CityId } from '#shared/contracts/ids';
import { type Subscription } from '#shared/kit/bus/bus';
import { type ServiceDeps } from '#shared/kit/service';
import { type SettlementDeps } from './usecases/deps';
import { type MoveIn } from './usecases/orders/moveIn';
import { recordOrder } from './usecases/orders/recordOrder';
import { buyForRound } from './usecases/suppliers/buyForRound';
import { type SupplierDeps } from './usecases/suppliers/supplierDeps';

type Deps = SettlementDeps & {
  readonly suppliers: SupplierDeps;
  readonly moveIn: MoveIn;
  readonly forgetCity: (cityId: CityId) => void;
};

/** Orders whose money is recorded at the same time. */
const ordersAtOnce = 32;

/** What settlement does when something happened elsewhere. Each handler may be called twice for the same event, and late. */
export const subscribeSettlement = (bus: ServiceDeps['bus'], deps: Deps): Subscription[] => [
  bus.subscribe(
    'settlement',
    {
      async 'orders.money_changed.v1'({ data: money }) {
        await deps.moveIn.finished();
        await recordOrder(deps, { ...money, money });
      },
      'catalog.city_rules_changed.v1': ({ data }) => {
        deps.forgetCity(data.cityId);
        return Promise.resolve();
      },
    },
    { concurrency: ordersAtOnce },
  ),
  // Apart: what is bought must not wait for anybody's money, nor the other way round.
  bus.subscribe('settlement-purchases', {
    'orders.consolidation_frozen.v1': ({ data, occurredAt }) =>
      buyForRound(deps.suppliers, data, new Date(occurredAt)),
  }),
];

import { type OrderMoney } from '#shared/contracts/events/orderMoney';
import { type OrderInLedger } from '#shared/contracts/internal/orders';
import { Overloaded } from '#shared/kit/batch/overloaded';
import { entriesOfOrder } from '../../domain/orders/entriesOfOrder';
import {
  type CommissionPost,
  emptyRecord,
  type OrderRecord,
  withMoney,
} from '../../domain/orders/orderRecord';
import { type SettlementDeps } from '../deps';

type Deps = Pick<SettlementDeps, 'orderRecords' | 'ledger' | 'cityOf'>;
type Told = Pick<OrderRecord, 'orderId' | 'cityId' | 'cycleId'> & {
  readonly money?: OrderMoney | undefined;
  /** What orders wrote down of its commission before there was settlement. */
  readonly commission?: OrderInLedger['commission'];
};

const maxTries = 20;

/**
 * Keeps what orders told of an order, unless something newer is known, and posts what follows from it. After a crash between the two
 * the same is told again, and everything that follows is posted once more: what is there already stays as it is.
 */
export async function recordOrder(deps: Deps, told: Told): Promise<void> {
  const { orderRecords, ledger } = deps;
  const { timeZone, rules } = await deps.cityOf(told.cityId);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const before = await orderRecords.find(told.orderId);
    const known = before ?? {
      ...emptyRecord(told, { timeZone, taxRates: rules.taxRates }),
      commission: (told.commission ?? []).map(asPost),
    };
    const after = told.money ? withMoney(known, told.money, rules) : known;
    if (before && after === before) {
      await ledger.post(entriesOfOrder(before));
      return;
    }
    if (!(await orderRecords.put(before, after))) continue;
    const posted = new Set(before ? entriesOfOrder(before).map(({ cause }) => cause) : []);
    await ledger.post(entriesOfOrder(after).filter(({ cause }) => !posted.has(cause)));
    return;
  }
  throw new Overloaded(`write down the money of ${told.orderId}`, maxTries);
}

const asPost = ({
  amount,
  base,
  withdrawableFrom,
  postedAt,
  ...post
}: OrderInLedger['commission'][number]): CommissionPost => ({
  ...post,
  fen: amount.amount,
  baseFen: base.amount,
  withdrawableFrom: new Date(withdrawableFrom),
  at: new Date(postedAt),
});

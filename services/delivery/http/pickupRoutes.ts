import { type pickupApi } from '#shared/contracts/delivery/pickup';
import { type PickupPointId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type Handlers } from '#shared/kit/http/handler';
import { type DeliveryDeps } from '../usecases/deps';
import { decideOverdue } from '../usecases/pickup/decideOverdue';
import { getHandOutList } from '../usecases/pickup/getHandOutList';
import { getPickupCode } from '../usecases/pickup/getPickupCode';
import { giveToProxy } from '../usecases/pickup/giveToProxy';
import { listHandOuts } from '../usecases/pickup/listHandOuts';
import { lookUpCode } from '../usecases/pickup/lookUpCode';
import { redeem } from '../usecases/pickup/redeem';
import { revokeProxy } from '../usecases/pickup/revokeProxy';
import { syncRedemptions } from '../usecases/pickup/syncRedemptions';
import { presentHandOut, presentHandOutList, presentRedemption } from './presentHandOut';
import { presentPage } from '#shared/kit/mongo/pages';
import { presentPickupCode } from './presentPickupCode';

type Asked = {
  readonly body: { readonly pickupPointId: PickupPointId };
  readonly caller: AccountCaller;
  readonly address: string;
};
const presenterOf = ({ body: { pickupPointId }, caller, address }: Asked) => ({
  leader: caller.accountId,
  pickupPointId,
  address,
});

/** Pickup codes: shown by shoppers, redeemed by leaders. */
export const pickupRoutes = (deps: DeliveryDeps): Handlers<typeof pickupApi> => ({
  getPickupCode: async ({ params, caller }) =>
    presentPickupCode(await getPickupCode(deps, params.orderId, caller.accountId)),
  giveToProxy: async ({ params, body, caller }) =>
    presentPickupCode(await giveToProxy(deps, params.orderId, caller.accountId, body.name)),
  revokeProxy: async ({ params, caller }) =>
    presentPickupCode(await revokeProxy(deps, params.orderId, caller.accountId)),
  lookUpCode: async (asked) => presentHandOut(await lookUpCode(deps, presenterOf(asked), asked.body.code)),
  redeem: async (asked) =>
    presentRedemption(await redeem(deps, presenterOf(asked), { ...asked.body, key: asked.key.given })),
  syncRedemptions: async (asked) => ({
    results: [...(await syncRedemptions(deps, presenterOf(asked), asked.body.redemptions))],
  }),
  listHandOuts: async ({ params, query, caller }) =>
    presentPage(await listHandOuts(deps, params.pickupPointId, caller, query), presentHandOut),
  getHandOutList: async ({ params, query, caller }) =>
    presentHandOutList(await getHandOutList(deps, params.pickupPointId, caller, query)),
  decideOverdue: async ({ params, body, caller }) =>
    presentHandOut(await decideOverdue(deps, params, caller, body)),
});

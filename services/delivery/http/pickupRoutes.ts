import { type pickupApi } from '#shared/contracts/delivery/pickup';
import { type trackingApi } from '#shared/contracts/delivery/tracking';
import { type Handlers } from '#shared/kit/http/handler';
import { type Delivery } from '../usecases/delivery';
import { visiblePoint } from '../usecases/live/followTopic';
import { citySnapshot, pickupPointSnapshot } from '../usecases/live/snapshots';
import { trackingOf } from '../usecases/live/trackOrder';
import { getHandOutList, listHandOuts } from '../usecases/pickup/handOuts';
import { decideOverdue } from '../usecases/pickup/overdueOrders';
import { lookUpCode, redeem } from '../usecases/pickup/redeem';
import { getPickupCode, giveToProxy, revokeProxy } from '../usecases/pickup/shopperCode';
import { syncRedemptions } from '../usecases/pickup/syncRedemptions';

type Api = typeof pickupApi & typeof trackingApi;

export function pickupHandlers(delivery: Delivery): Handlers<Api> {
  return {
    getPickupCode: ({ params, caller }) => getPickupCode(delivery, params.orderId, caller.accountId),
    giveToProxy: ({ params, body, caller }) =>
      giveToProxy(delivery, params.orderId, caller.accountId, body.name),
    revokeProxy: ({ params, caller }) => revokeProxy(delivery, params.orderId, caller.accountId),
    lookUpCode: ({ body: { pickupPointId, code }, caller, address }) =>
      lookUpCode(delivery, { leader: caller.accountId, pickupPointId, address }, code),
    redeem: ({ body: { pickupPointId, ...claim }, caller, address, key }) =>
      redeem(delivery, { leader: caller.accountId, pickupPointId, address }, { ...claim, key: key.given }),
    syncRedemptions: async ({ body: { pickupPointId, redemptions }, caller, address }) => ({
      results: [
        ...(await syncRedemptions(
          delivery,
          { leader: caller.accountId, pickupPointId, address },
          redemptions,
        )),
      ],
    }),
    listHandOuts: ({ params, query, caller }) => listHandOuts(delivery, params.pickupPointId, caller, query),
    getHandOutList: ({ params, query, caller }) =>
      getHandOutList(delivery, params.pickupPointId, caller, query),
    decideOverdue: ({ params, body, caller }) => decideOverdue(delivery, params, caller, body),

    trackOrder: ({ params, caller }) => trackingOf(delivery, params.orderId, caller),
    getPickupPointBoard: async ({ params, caller }) =>
      pickupPointSnapshot(delivery, await visiblePoint(delivery, caller, params.pickupPointId)),
    getLiveCity: ({ params }) => citySnapshot(delivery, params.cityId),
  };
}

import { type stopsApi } from '#shared/contracts/delivery/stops';
import { type StopId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type Handlers } from '#shared/kit/http/handler';
import { type DeliveryDeps } from '../usecases/deps';
import { answerDiscrepancy } from '../usecases/stops/answerDiscrepancy';
import { arriveAtStop } from '../usecases/stops/arriveAtStop';
import { confirmReceipt } from '../usecases/stops/confirmReceipt';
import { decideDiscrepancy } from '../usecases/stops/decideDiscrepancy';
import { decideWarmCrate } from '../usecases/stops/decideWarmCrate';
import { failStop } from '../usecases/stops/failStop';
import { getStop } from '../usecases/stops/getStop';
import { handOverStop } from '../usecases/stops/handOverStop';
import { listDiscrepancies } from '../usecases/stops/listDiscrepancies';
import { listMyStops } from '../usecases/stops/listMyStops';
import { sendStopBack } from '../usecases/stops/sendStopBack';
import { tryStopAgain } from '../usecases/stops/tryStopAgain';
import { presentPage } from '#shared/kit/mongo/pages';
import { presentDiscrepancy, presentStop } from './presentStop';

/** Visits: arriving, handing over, failing, counting. */
export function stopRoutes(deps: DeliveryDeps): Handlers<typeof stopsApi> {
  const shown = async (id: StopId, caller: AccountCaller) => presentStop(await getStop(deps, id, caller));
  const shownAfter = async (done: Promise<unknown>, id: StopId, caller: AccountCaller) => {
    await done;
    return shown(id, caller);
  };
  return {
    listMyStops: async ({ query, caller }) =>
      presentPage(await listMyStops(deps, caller.accountId, query), presentStop),
    getStop: ({ params, caller }) => shown(params.stopId, caller),
    arriveAtStop: ({ params: { stopId }, body, caller }) =>
      shownAfter(arriveAtStop(deps, stopId, caller.accountId, body), stopId, caller),
    handOverStop: ({ params: { stopId }, body, caller }) =>
      shownAfter(handOverStop(deps, stopId, caller.accountId, body), stopId, caller),
    decideWarmCrate: ({ params, body, caller }) =>
      shownAfter(decideWarmCrate(deps, caller.accountId, { ...params, ...body }), params.stopId, caller),
    failStop: ({ params: { stopId }, body, caller }) =>
      shownAfter(failStop(deps, stopId, caller.accountId, body), stopId, caller),
    tryStopAgain: async ({ params, body, caller }) =>
      shown(await tryStopAgain(deps, params.stopId, body), caller),
    sendStopBack: ({ params: { stopId }, body, caller }) =>
      shownAfter(sendStopBack(deps, stopId, body), stopId, caller),
    confirmReceipt: ({ params: { stopId }, body, caller }) =>
      shownAfter(confirmReceipt(deps, stopId, caller, body), stopId, caller),
    listDiscrepancies: async ({ query, caller }) =>
      presentPage(await listDiscrepancies(deps, caller, query), presentDiscrepancy),
    answerDiscrepancy: async ({ params, body, caller }) =>
      presentDiscrepancy(await answerDiscrepancy(deps, params.discrepancyId, caller.accountId, body)),
    decideDiscrepancy: async ({ params, body, caller }) =>
      presentDiscrepancy(await decideDiscrepancy(deps, params.discrepancyId, caller.accountId, body)),
  };
}

import { type CrateId, type RouteId, type StopId } from '#shared/contracts/ids';
import { type OperationInput } from '@/client/contracts';
import { photoToCome, queueAction } from '@/client/queue';
import { type Translate, useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { roundTexts } from './texts';

type Counts = OperationInput<'delivery.handOverStop'>['body']['crates'];
type Missing = OperationInput<'delivery.departRoute'>['body']['missing'];
type Failure = Pick<OperationInput<'delivery.failStop'>['body'], 'reason' | 'note'> & {
  readonly photo: string;
};

/** What is told of an arrival: when, and from where. */
export type Arrival = NonNullable<OperationInput<'delivery.arriveAtStop'>['body']>;

const at = () => new Date(serverNow()).toISOString();

const actionsOf = (routeId: RouteId, t: Translate<(typeof roundTexts)['zh']>) => {
  const params = { routeId };
  const lane = routeId;
  return {
    load: (crateIds: CrateId[]) =>
      queueAction(
        'delivery.loadCrates',
        { params, body: { crateIds, at: at() } },
        { lane, label: t('labelLoad', { n: crateIds.length }) },
      ),
    depart: (missing: Missing) =>
      queueAction(
        'delivery.departRoute',
        { params, body: { missing, at: at() } },
        { lane, label: t('depart') },
      ),
    arrive: (stopId: StopId, name: string, arrival: Arrival) =>
      queueAction(
        'delivery.arriveAtStop',
        { params: { stopId }, body: arrival },
        { lane, label: t('labelArrive', { name }) },
      ),
    handOver: (stopId: StopId, name: string, crates: Counts) =>
      queueAction(
        'delivery.handOverStop',
        { params: { stopId }, body: { crates, at: at() } },
        { lane, label: t('labelHandOver', { name }) },
      ),
    fail: (stopId: StopId, name: string, { photo, ...failure }: Failure) =>
      queueAction(
        'delivery.failStop',
        { params: { stopId }, body: { ...failure, photoId: photoToCome, at: at() } },
        { lane, label: t('labelFail', { name }), photo },
      ),
    finish: () =>
      queueAction('delivery.finishRoute', { params, body: { at: at() } }, { lane, label: t('finish') }),
  };
};

/** What the courier does on a route; each is kept on the phone with its real time and sent in order. */
export const useRoundActions = (routeId: RouteId) => actionsOf(routeId, useTexts(roundTexts));

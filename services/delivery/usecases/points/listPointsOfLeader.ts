import { type AccountId } from '#shared/contracts/ids';
import { type DeliveryDeps } from '../deps';

/** For other services: the pickup points that an account leads at this moment. */
export const listPointsOfLeader = ({ store }: DeliveryDeps, leader: AccountId) => store.points.ledBy(leader);

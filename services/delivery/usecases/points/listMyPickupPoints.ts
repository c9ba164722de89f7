import { type AccountId } from '#shared/contracts/ids';
import { type DeliveryDeps } from '../deps';

/** The pickup points that the caller leads. */
export const listMyPickupPoints = ({ store }: DeliveryDeps, leader: AccountId) => store.points.ledBy(leader);

import { type FailedVisits } from './nextStep';

/** What opens the route board where a visit failed. */
export const toFailed = ({ route }: FailedVisits) => ({
  consolidationId: route?.consolidationId,
  routeId: route?.routeId,
});

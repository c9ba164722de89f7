import { type Subscription } from '#shared/kit/bus/bus';
import { type ServiceDeps } from '#shared/kit/service';
import { type SettlementDeps } from './usecases/deps';

/** What settlement does when something happened elsewhere. Each handler may be called twice for the same event, and late. */
export const subscribeSettlement = (bus: ServiceDeps['bus'], _deps: SettlementDeps): Subscription[] => [
  bus.subscribe('settlement', {}),
];

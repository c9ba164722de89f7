import { type CityRules } from '#shared/contracts/cityRules';
import { type CityId } from '#shared/contracts/ids';
import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { type PayoutTransport } from '../clients/payoutTransport';
import { type PayoutWay } from '../domain/payouts/payee';
import { type Stores } from '../storage/stores';

/** What the use cases of settlement work with; each takes the part that it needs. */
export type SettlementDeps = Stores & {
  /** @throws {Refused} NOT_FOUND, SERVICE_UNAVAILABLE */
  readonly cityOf: (cityId: CityId) => Promise<{ readonly timeZone: string; readonly rules: CityRules }>;
  /** Who moves leaders' money by themselves. */
  readonly transports: Readonly<Partial<Record<PayoutWay, PayoutTransport>>>;
  readonly now: Clock;
  readonly log: Log;
};

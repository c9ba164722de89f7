import { type CityRules } from '#shared/contracts/cityRules';
import { type AccountId, type CityId } from '#shared/contracts/ids';
import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { type PayoutTransport } from '../../clients/payoutTransport';
import { type PayoutWay } from '../../domain/payouts/payee';
import { type LedgerStore } from '../../storage/ledger/ledgerStore';
import { type PayeeStore } from '../../storage/payouts/payeeStore';
import { type PayoutFileStore } from '../../storage/payouts/payoutFileStore';
import { type PayoutHoldStore } from '../../storage/payouts/payoutHoldStore';
import { type PayoutStore } from '../../storage/payouts/payoutStore';

export type City = { readonly timeZone: string; readonly rules: CityRules };

/** What payouts work with. */
export type PayoutDeps = {
  readonly payouts: PayoutStore;
  readonly payees: PayeeStore;
  readonly payoutHolds: PayoutHoldStore;
  readonly payoutFiles: PayoutFileStore;
  readonly ledger: LedgerStore;
  /** @throws {Refused} NOT_FOUND, SERVICE_UNAVAILABLE */
  readonly cityOf: (cityId: CityId) => Promise<City>;
  /** Who moves money by themselves. */
  readonly transports: Readonly<Partial<Record<PayoutWay, PayoutTransport>>>;
  /** What a leader earned and can draw. */
  readonly now: Clock;
  readonly log: Log;
};

/** The leader whose money it is. */
export type Leader = { readonly accountId: AccountId };

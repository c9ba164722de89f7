import { type CityId } from '#shared/contracts/ids';
import { type catalogInternal } from '#shared/contracts/internal/catalog';
import { type CityTerms } from '#shared/contracts/internal/cityTerms';
import { type ordersInternal } from '#shared/contracts/internal/orders';
import { type providerStatementsInternal } from '#shared/contracts/internal/providerStatements';
import { type Client } from '#shared/kit/client/client';
import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { type PayoutTransport } from '../clients/payoutTransport';
import { type PayoutWay } from '../domain/payouts/payee';
import { type Stores } from '../storage/stores';

export type Catalog = Client<typeof catalogInternal>;
export type Orders = Client<typeof ordersInternal>;
export type Statements = Client<typeof providerStatementsInternal>;

/** What the use cases of settlement work with; each takes the part that it needs. */
export type SettlementDeps = Stores & {
  /** What the payment providers themselves say, through orders. */
  readonly statements: Statements;
  /** Who moves leaders' money by themselves. */
  readonly transports: Readonly<Partial<Record<PayoutWay, PayoutTransport>>>;
  /** Rules and time zone of a city, remembered for a while. @throws {Refused} NOT_FOUND, SERVICE_UNAVAILABLE */
  readonly cityOf: (cityId: CityId) => Promise<Pick<CityTerms, 'timeZone' | 'rules'>>;
  readonly now: Clock;
  readonly log: Log;
};

import { type catalogInternal } from '#shared/contracts/internal/catalog';
import { type ordersInternal } from '#shared/contracts/internal/orders';
import { type Client } from '#shared/kit/client/client';
import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { type Mailer } from '../../clients/mail/mailer';
import { type Stores } from '../../storage/stores';

/** What the use cases about suppliers work with. */
export type SupplierDeps = Pick<
  Stores,
  'purchaseOrders' | 'purchaseRounds' | 'supplierAccounts' | 'supplierPayments' | 'ledger'
> & {
  readonly orders: Client<typeof ordersInternal>;
  readonly catalog: Client<typeof catalogInternal>;
  readonly mailer: Mailer;
  /** What suppliers' links are signed with. */
  readonly linkKey: Buffer;
  /** Where people reach the product. */
  readonly publicUrl: string;
  readonly now: Clock;
  readonly log: Log;
};

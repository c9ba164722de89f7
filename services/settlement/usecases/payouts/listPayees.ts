import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Payee } from '../../domain/payouts/payee';
import { type PayoutDeps } from './deps';

/** Where leaders want to be paid and nobody looked, oldest first. */
export const listPayees = ({ payees }: Pick<PayoutDeps, 'payees'>, wish: PageWish): Promise<Page<Payee>> =>
  payees.listToReview(wish);

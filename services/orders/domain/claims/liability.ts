import { type AccountId } from '#shared/contracts/ids';
import { type Payer } from '#shared/contracts/events/orderFacts';
import { type ClaimCause } from '#shared/contracts/orders/claimViews';

type Because = 'goods_were_bad' | 'packed_wrong' | 'lost_after_receipt' | 'not_known';
export type Proposal = { readonly payer: Payer; readonly accountId?: AccountId; readonly because: Because };

/** Who is proposed to bear a claim: the one who had the goods when that went wrong, by what is known. */
export function proposedPayer(cause: ClaimCause, leader: AccountId | undefined): Proposal {
  switch (cause) {
    case 'spoiled':
      return { payer: 'supplier', because: 'goods_were_bad' };
    case 'wrong':
    case 'short_weight':
      return { payer: 'platform', because: 'packed_wrong' };
    case 'missing':
      // The leader received it in full: what was short then was refunded already.
      return leader === undefined
        ? { payer: 'platform', because: 'not_known' }
        : { payer: 'leader', accountId: leader, because: 'lost_after_receipt' };
    case 'other':
      return { payer: 'platform', because: 'not_known' };
  }
}

import { type AccountId, type CityId, type PayoutFileId, type PayoutId } from '#shared/contracts/ids';
import { type PayeeDetails, type PayoutWay } from './payee';

/** Who said that the money may go. */
export type Approval = { readonly by: AccountId; readonly at: Date };

/**
 * One try to bring the money there, kept before anybody outside is asked: its number makes the key at the provider, so that whoever goes
 * on after a crash moves the same money, or finds it moved.
 */
export type Try = {
  /** 1, 2, … within its payout. */
  readonly number: number;
  /** What this try moves, in fen: less than was asked for when a refund or a hold came in between. */
  readonly fen: number;
  readonly way: PayoutWay;
  /** Where to, as it was verified: later changes send nothing elsewhere. */
  readonly to: PayeeDetails;
  readonly approval: Approval;
  readonly begunAt: Date;
  /** The bank file that carries it. */
  readonly fileId?: PayoutFileId;
};
/** Whoever moves the money took the order. */
export type SentTry = Try & { readonly sentAt: Date; readonly transferId?: string };
export type PaidTry = SentTry & { readonly paidAt: Date };
/** One that came to nothing: refused at once, or returned after it was sent or even paid. */
export type FailedTry = Try & {
  readonly sentAt?: Date;
  readonly transferId?: string;
  readonly paidAt?: Date;
  readonly returnedAt: Date;
  /** In the words of the bank or provider, or of the operator. */
  readonly reason: string;
};

type Common = {
  readonly id: PayoutId;
  readonly accountId: AccountId;
  readonly cityId: CityId;
  /** Counts the payouts of an account from 1: two at once cannot both be the next one. */
  readonly number: number;
  /** In fen; never grows. */
  readonly fen: number;
  readonly askedBy: 'leader' | 'weekly';
  readonly askedAt: Date;
  /** The city's local day on which it was asked for. */
  readonly day: string;
  /** It pays commission that became withdrawable after this moment (absent: from the first one) … */
  readonly coversAfter?: Date;
  /** … and until this one. */
  readonly coversUntil: Date;
  readonly failed: readonly FailedTry[];
  /** Rises with each change. */
  readonly version: number;
};

/** Waits for an approval, or for its turn; `current` is there once a try was begun. */
export type DuePayout = Common & {
  readonly status: 'due';
  readonly approval?: Approval;
  readonly current?: Try;
};
export type SentPayout = Common & { readonly status: 'sent'; readonly current: SentTry };
export type PaidPayout = Common & { readonly status: 'paid'; readonly current: PaidTry };

/** Money on its way from the platform to a leader (rule 26). */
export type Payout = DuePayout | SentPayout | PaidPayout;

export type PayoutStatus = Payout['status'];

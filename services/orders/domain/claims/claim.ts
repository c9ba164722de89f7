import { type Payer } from '#shared/contracts/events/orderFacts';
import { type AccountId, type ClaimId, type LineId, type PhotoId } from '#shared/contracts/ids';
import {
  type ClaimCause,
  type ClaimReview,
  type ClaimShare,
  type ClaimStatus,
} from '#shared/contracts/orders/claimViews';

/** Something that staff or whoever claims wrote about a claim. */
export type ClaimMessage = {
  /** Of the request that sent it: sent again, it stands there once. */
  readonly id: string;
  readonly from: 'staff' | 'claimant';
  readonly text: string;
  readonly photoIds: readonly PhotoId[];
  readonly by: AccountId;
  readonly at: Date;
};

/** What was decided of a claim: all that goes back for it, what went back by earlier decisions included. */
export type ClaimDecision = {
  /** Of the request that decided it; `at_once` where a rule did. */
  readonly id: string;
  readonly fen: number;
  readonly reason?: string;
  readonly payer: Payer;
  readonly by?: AccountId;
  readonly at: Date;
};

/** An after-sales case of one line for one cause, part of its order's document. */
export type Claim = {
  readonly claimId: ClaimId;
  /** Of the request that opened it. */
  readonly fingerprint: string;
  readonly lineId: LineId;
  readonly cause: ClaimCause;
  readonly share: ClaimShare;
  readonly askedFen: number;
  readonly photoIds: readonly PhotoId[];
  readonly note?: string;
  readonly by: AccountId;
  /** The leader opened it for a neighbour. */
  readonly byLeader?: true;
  readonly status: ClaimStatus;
  readonly openedAt: Date;
  /** Why a person looks at it; empty: it was paid at once. */
  readonly review: readonly ClaimReview[];
  readonly messages: readonly ClaimMessage[];
  readonly decisions: readonly ClaimDecision[];
  readonly appeal?: { readonly text: string; readonly at: Date };
  /** Until when it can be appealed; set by the first decision that did not grant all of it. */
  readonly appealUntil?: Date;
};

/** The parts that decisions of a claim look at. */
export type WithClaims = { readonly claims?: readonly Claim[] };

export const claimsOf = ({ claims }: WithClaims): readonly Claim[] => claims ?? [];

/** What goes back for a claim by all that was decided, in fen. */
export const grantedFen = ({ decisions }: Pick<Claim, 'decisions'>): number => decisions.at(-1)?.fen ?? 0;

import { type z } from 'zod';
import { worthOfShare } from '#shared/contracts/orders/claimShare';
import { type ClaimCause, type ClaimShare, type ClaimTerms } from '#shared/contracts/orders/claimViews';

export type Terms = z.output<typeof ClaimTerms>;
export type TermsLine = Terms['lines'][number];
export type Photo = { readonly path: string; readonly source: 'camera' | 'file' };

/** What a person has said so far of a claim. */
export type ClaimDraft = {
  readonly lineId?: string;
  readonly cause?: ClaimCause;
  readonly share?: ClaimShare;
  readonly photo?: Photo;
  readonly note: string;
};

/** Shares that are one tap away, in percent. */
export const shares = [25, 50, 75, 100] as const;

export const canClaim = ({ closed, causes }: TermsLine): boolean => closed === undefined && causes.length > 0;

/** What a share of a line comes to, in fen, as the service reckons it: never more than is left. */
export const claimedFen = ({ base, left, units }: TermsLine, share: ClaimShare): number =>
  Math.min(left.amount, worthOfShare(base.amount, units, share));

/** Whether it is paid at once, as far as the phone can tell: whoever decides knows more. */
export const isPaidAtOnce = (line: TermsLine, fen: number, { photo, cause }: ClaimDraft): boolean =>
  photo?.source !== 'file' && cause !== 'other' && fen > 0 && fen <= line.atOnceUpTo.amount;

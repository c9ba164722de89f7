import { type z } from 'zod';
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

/** What a share of a line comes to, in fen: in the shopper's favour, and never more than is left. */
export function claimedFen({ base, left, units }: TermsLine, share: ClaimShare): number {
  const whole = share.kind === 'percent' ? 100 : units;
  const part = share.kind === 'percent' ? share.percent : Math.min(share.units, units);
  return Math.min(left.amount, Math.ceil((base.amount * part) / whole));
}

/** Whether it is paid at once, as far as the phone can tell: whoever decides knows more. */
export const isPaidAtOnce = (line: TermsLine, fen: number, photo: Photo | undefined): boolean =>
  photo?.source !== 'file' && fen > 0 && fen <= line.atOnceUpTo.amount;

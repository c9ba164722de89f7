import { type ClaimStatus } from '#shared/contracts/orders/claimViews';
import { Refused } from '#shared/kit/domainError';

type Transition = { readonly from: readonly ClaimStatus[]; readonly to: ClaimStatus };

/** The whole life of a claim: what may happen, from where, leading to what. */
export const claimTransitions = {
  /** All that was asked for goes back. */
  grant: { from: ['open'], to: 'granted' },
  /** A part of it does. */
  grant_partly: { from: ['open'], to: 'partly_granted' },
  /** Nothing does. */
  decline: { from: ['open'], to: 'declined' },
  /** Its shopper has a person look once more. */
  appeal: { from: ['partly_granted', 'declined'], to: 'appealed' },
  /** A person looked once more: that is the end. */
  decide: { from: ['appealed'], to: 'decided' },
} as const satisfies Record<string, Transition>;

export type ClaimAction = keyof typeof claimTransitions;

/** Whether `action` is possible in `status`. */
export const canClaim = (action: ClaimAction, status: ClaimStatus): boolean =>
  (claimTransitions[action].from as readonly ClaimStatus[]).includes(status);

/** Whether a claim in `status` waits for a decision. */
export const waits = (status: ClaimStatus): boolean =>
  canClaim('decide', status) || canClaim('grant', status);

/** @returns where `action` leads from `status` @throws {Refused} CLAIM_NO_APPEAL, CLAIM_ALREADY_DECIDED */
export function afterClaim(action: ClaimAction, status: ClaimStatus): ClaimStatus {
  if (!canClaim(action, status))
    throw new Refused(action === 'appeal' ? 'CLAIM_NO_APPEAL' : 'CLAIM_ALREADY_DECIDED');
  return claimTransitions[action].to;
}

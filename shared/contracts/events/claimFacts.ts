import { z } from '../zod';

/** What is wrong with a line. */
export const ClaimCause = z.enum(['spoiled', 'missing', 'wrong', 'short_weight', 'other']);
export type ClaimCause = z.infer<typeof ClaimCause>;

export const claimStatuses = [
  'open',
  'granted',
  'partly_granted',
  'declined',
  'appealed',
  'decided',
] as const;
export const ClaimStatus = z.enum(claimStatuses);
export type ClaimStatus = z.infer<typeof ClaimStatus>;

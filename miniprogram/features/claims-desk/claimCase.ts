import { type z } from 'zod';
import { type ClaimCase, type ClaimToDecide } from '#shared/contracts/orders/claimViews';

export type Case = z.output<typeof ClaimCase>;
export type ToDecide = z.output<typeof ClaimToDecide>;
export type Payer = Case['payers'][number];

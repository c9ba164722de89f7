import { type ClaimId, type OrderId } from '#shared/contracts/ids';
import { type Claim } from '../../domain/claims/claim';
import { type Order } from '../../domain/order';

/** A claim in its order. */
export type ClaimFound = { readonly order: Order; readonly claim: Claim };

/** Which claim is meant. */
export type NamedClaim = { readonly orderId: OrderId; readonly claimId: ClaimId };

/** What somebody writes about a claim; `id` is of the request. */
export type Message = NamedClaim & { readonly id: string; readonly text: string };

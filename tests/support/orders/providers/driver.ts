import { type PaymentsOptions } from '../../../../services/orders/clients/createPaymentProviders';
import { type PaymentProviderName } from '../../../../shared/contracts/orders/paymentViews';

/** An attempt to pay, as it is numbered by us and, once that is known, by its provider. */
export type Attempt = { readonly paymentId: string; readonly intentId?: string };

/** How a provider is away: it cannot be reached, or does what it is asked while its answers are lost. */
export type Away = 'unreachable' | 'silent';
export const faultOf = (how: Away): string => (how === 'silent' ? 'reset_after' : 'reset_before');

/** What people, banks and networks do at one provider's stand-in, in the words of the suite that all providers pass. */
export type Driver = {
  readonly name: PaymentProviderName;
  /** What orders is set up with for it; Stripe is set up in every world. */
  readonly settings: Omit<PaymentsOptions, 'publicUrl'>;
  /** A wish that this provider alone is asked for, by a wallet that a person opens. */
  wish(): Promise<{ readonly method: string }>;
  /** Answers whether the provider takes the money. */
  payByHand(attempt: Attempt): Promise<boolean>;
  decline(attempt: Attempt): Promise<unknown>;
  /** Reports come twice. */
  doubled(on: boolean): Promise<unknown>;
  /** Reports come no more, until they are let go again. */
  held(on: boolean): Promise<unknown>;
  /** Reports about the attempt that somebody else sends, or that are for somebody else: what each of them is answered. */
  forged(attempt: Attempt): Promise<{ readonly status: number; readonly text: string }[]>;
  /** The next refund is refused. */
  refuseRefund(): Promise<unknown>;
  /** Cannot be asked from now on, or can again. */
  away(on: boolean, how?: Away): Promise<unknown>;
  /** Tells how attempts stand, and cannot be told to close one, until it is away no more. */
  closesNothing(): Promise<unknown>;
  /** Its statements say something else than what happened; undefined: the truth again. */
  statementFault(fault: Readonly<Record<string, unknown>> | undefined): Promise<unknown>;
  /** What it took and gave back in all, in fen. */
  money(): Promise<{ readonly taken: number; readonly returned: number }>;
};

/** A refusal by the bank or the wallet, in Stripe's words. */
export type Decline = { code: string; declineCode?: string; message: string };

type Outcome =
  | { kind: 'approved' }
  | { kind: 'declined'; decline: Decline }
  | { kind: 'authenticate' }
  | { kind: 'refund_fails' }
  | { kind: 'refund_pending' };

/** A test card of Stripe: its number and what the bank does with it. */
export type Card = {
  number: string;
  brand: 'visa' | 'mastercard' | 'amex' | 'unionpay';
  funding: 'credit' | 'debit';
  country: string;
  outcome: Outcome;
};

const approved: Outcome = { kind: 'approved' };
const decline = (code: string, message: string, declineCode?: string): Outcome => ({
  kind: 'declined',
  decline: { code, message, ...(declineCode !== undefined && { declineCode }) },
});
const visa = (number: string, outcome: Outcome = approved): Card => ({
  number,
  brand: 'visa',
  funding: 'credit',
  country: 'US',
  outcome,
});
const generic = decline('card_declined', 'Your card was declined.', 'generic_decline');
const noFunds = decline('card_declined', 'Your card has insufficient funds.', 'insufficient_funds');

/** By the name in `pm_card_…` and `tok_…`. */
const cards = {
  visa: visa('4242424242424242'),
  visa_debit: { ...visa('4000056655665556'), funding: 'debit' },
  mastercard: { ...visa('5555555555554444'), brand: 'mastercard' },
  amex: { ...visa('378282246310005'), brand: 'amex' },
  unionpay: { ...visa('6200000000000005'), brand: 'unionpay', country: 'CN' },
  cn: { ...visa('4000001560000002'), country: 'CN' },
  visa_chargeDeclined: visa('4000000000000002', generic),
  chargeDeclined: visa('4000000000000002', generic),
  visa_chargeDeclinedInsufficientFunds: visa('4000000000009995', noFunds),
  chargeDeclinedInsufficientFunds: visa('4000000000009995', noFunds),
  visa_chargeDeclinedLostCard: visa(
    '4000000000009987',
    decline('card_declined', 'Your card was declined.', 'lost_card'),
  ),
  visa_chargeDeclinedStolenCard: visa(
    '4000000000009979',
    decline('card_declined', 'Your card was declined.', 'stolen_card'),
  ),
  chargeDeclinedVelocityLimitExceeded: visa(
    '4000000000006975',
    decline(
      'card_declined',
      'Your card was declined for making repeated attempts too frequently.',
      'card_velocity_exceeded',
    ),
  ),
  chargeDeclinedExpiredCard: visa('4000000000000069', decline('expired_card', 'Your card has expired.')),
  chargeDeclinedIncorrectCvc: visa(
    '4000000000000127',
    decline('incorrect_cvc', "Your card's security code is incorrect."),
  ),
  chargeDeclinedProcessingError: visa(
    '4000000000000119',
    decline('processing_error', 'An error occurred while processing your card. Try again in a little bit.'),
  ),
  authenticationRequired: visa('4000002500003155', { kind: 'authenticate' }),
  authenticationRequiredOnSetup: visa('4000002500003155', { kind: 'authenticate' }),
  threeDSecure2Required: visa('4000000000003220', { kind: 'authenticate' }),
  threeDSecureRequired: visa('4000000000003063', { kind: 'authenticate' }),
  refundFail: visa('4000000000005126', { kind: 'refund_fails' }),
  pendingRefund: visa('4000000000007726', { kind: 'refund_pending' }),
} as const satisfies Record<string, Card>;

export type CardName = keyof typeof cards;

export const cardOf = (name: CardName): Card => cards[name];

const isName = (name: string): name is CardName => Object.hasOwn(cards, name);

/** The test card behind `pm_card_visa` or `tok_visa`, or null. */
export function cardByToken(token: string): CardName | null {
  const name = token.replace(/^(pm_card|tok)_/, '');
  return name !== token && isName(name) ? name : null;
}

const byNumber = new Map<string, CardName>();
for (const [name, { number }] of Object.entries(cards))
  if (!byNumber.has(number)) byNumber.set(number, name as CardName);

/** The test card with this number (spaces allowed), or null. */
export const cardByNumber = (number: string): CardName | null =>
  byNumber.get(number.replace(/[\s-]/g, '')) ?? null;

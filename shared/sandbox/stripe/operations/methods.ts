import { cardByNumber, cardByToken, type CardName } from '../cards';
import { declined, invalid, missing } from '../failures';
import { newId } from '../ids';
import type { Billing, Metadata, MethodRecord, MethodType } from '../state/records';
import { seconds, type World } from '../world';

const nobody: Billing = { address: null, email: null, name: null, phone: null, tax_id: null };

export type MethodData = {
  type: MethodType;
  card?:
    | {
        number?: string | undefined;
        exp_month?: number | undefined;
        exp_year?: number | undefined;
        token?: string | undefined;
      }
    | undefined;
  billing_details?: Partial<Billing> | undefined;
  metadata?: Metadata | undefined;
};

/** A method by id or test token, or one to be made. */
export type MethodChoice = {
  payment_method?: string | undefined;
  payment_method_data?: MethodData | undefined;
};

/**
 * Makes a payment method from what was typed in, or from a test token.
 * @throws StripeFailure incorrect_number, invalid_expiry_month, invalid_expiry_year, parameter_missing
 */
export function createMethod(
  world: World,
  { type, card, billing_details, metadata = {} }: MethodData,
): MethodRecord {
  const base = {
    id: newId('pm'),
    created: seconds(world),
    customer: null,
    metadata,
    billing: { ...nobody, ...billing_details },
  };
  const method: MethodRecord =
    type === 'card' ? { ...base, type, ...typedCard(world, card) } : { ...base, type };
  world.store.put('method', method);
  return method;
}

/**
 * The stored method with this id; a test token like `pm_card_visa` makes a new one, as at Stripe.
 * @throws StripeFailure resource_missing
 */
export function findMethod(world: World, id: string, param = 'payment_method'): MethodRecord {
  const name = cardByToken(id);
  if (name) return createMethod(world, { type: 'card', card: { token: id } });
  const method = world.store.method.get(id);
  if (!method) throw missing('PaymentMethod', id, param);
  return method;
}

function typedCard(
  world: World,
  card: MethodData['card'],
): { card: CardName; expMonth: number; expYear: number } {
  const year = world.now().getUTCFullYear();
  if (card?.token !== undefined) {
    const name = cardByToken(card.token);
    if (!name) throw missing('token', card.token, 'payment_method_data[card][token]');
    return { card: name, expMonth: 12, expYear: year + 4 };
  }
  if (card?.number === undefined)
    throw invalid('Missing required param: card[number].', {
      code: 'parameter_missing',
      param: 'card[number]',
    });
  const { exp_month: expMonth = 12, exp_year: expYear = year + 4 } = card;
  const name = cardByNumber(card.number);
  if (!name)
    throw declined(
      { code: 'incorrect_number', message: 'Your card number is incorrect.' },
      { param: 'number' },
    );
  if (expMonth < 1 || expMonth > 12)
    throw declined(
      { code: 'invalid_expiry_month', message: "Your card's expiration month is invalid." },
      { param: 'exp_month' },
    );
  const full = expYear < 100 ? 2000 + expYear : expYear;
  const tooOld = full < year || (full === year && expMonth < world.now().getUTCMonth() + 1);
  if (tooOld || full > year + 50)
    throw declined(
      { code: 'invalid_expiry_year', message: "Your card's expiration year is invalid." },
      { param: 'exp_year' },
    );
  return { card: name, expMonth, expYear: full };
}

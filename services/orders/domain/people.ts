import { type Order } from './order';

type Bought = Pick<Order, 'accountId' | 'recipient' | 'onBehalfOf'>;

/** The same number however it was written; undefined when nobody's number is known any more. */
function phoneKey(phone: string): string | undefined {
  const digits = phone
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');
  return digits === '' ? undefined : `tel:${digits}`;
}

const accountKey = ({ accountId }: Pick<Order, 'accountId'>): string => `acc:${accountId}`;

/** The names under which the person is known whom an order is for, the surest first. */
export function namesOf(order: Bought): readonly [string, ...string[]] {
  if (order.onBehalfOf) return [phoneKey(order.onBehalfOf.phone) ?? `for:${order.accountId}`];
  const phone = phoneKey(order.recipient.phone);
  return phone === undefined ? [accountKey(order)] : [accountKey(order), phone];
}

/**
 * Who the people of a pickup point are. A leader's orders for different neighbours are for so many people; a neighbour who also orders
 * with an account of their own, and their number on it, is the same person.
 */
export class People {
  /** Accounts by the numbers on their own orders. */
  readonly #accounts = new Map<string, Set<string>>();

  /** Learns who an order is for, and answers a name of that person for `count`. */
  learn(order: Bought): string {
    const [name, ...others] = namesOf(order);
    for (const phone of others)
      this.#accounts.set(phone, (this.#accounts.get(phone) ?? new Set<string>()).add(name));
    return name;
  }

  /** `names` without those that are another name of a person among them: in the order in which they stand. */
  distinct(names: Iterable<string>): string[] {
    const all = new Set(names);
    const people = new Set<string>();
    for (const name of all) {
      const accounts = [...(this.#accounts.get(name) ?? [])];
      people.add(accounts.find((account) => all.has(account)) ?? accounts[0] ?? name);
    }
    return [...people];
  }
}

import { derivedId } from '../kit/ids';
import { AccountId, type Id, LineId, OrderId } from './ids';
import { z } from './zod';

/** Only here for the compiler: what it lets pass as an order's id. */
const order = (id: OrderId): OrderId => id;

describe('the compiler', () => {
  test('takes an id for what its prefix names, whoever made it', () => {
    order(OrderId.parse('ord_1'));
    order(derivedId('ord', 'a part'));
    const [id] = z.tuple([OrderId]).parse(['ord_1']);
    const byOrder: Record<OrderId, number> = z.record(OrderId, z.number()).parse({ [id]: 1 });
    expect(byOrder[order(id)]).toBe(1);
  });

  test('takes no id for one of another kind, and no plain text for an id', () => {
    const account = AccountId.parse('acc_1');
    const line = LineId.parse('l1');
    // @ts-expect-error an account is no order
    order(account);
    // @ts-expect-error a refund is no order
    order(derivedId('ref', 'a part'));
    // @ts-expect-error a line is no order
    order(line);
    // @ts-expect-error text is an id only once it is parsed
    order('ord_1');
    // @ts-expect-error nor is a list of accounts one of orders
    const orders: readonly Id<'ord'>[] = [account];
    expect(orders).toEqual(['acc_1']);
  });
});

test('an id has its prefix and 1 to 40 letters or digits', () => {
  expect(OrderId.safeParse('ord_01K9ZC3T8RD2E6').success).toBe(true);
  for (const wrong of ['acc_1', 'ord_', 'ord_a b', `ord_${'1'.repeat(41)}`, 'xord_1'])
    expect(OrderId.safeParse(wrong).success).toBe(false);
});

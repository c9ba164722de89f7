import { type Cart, type WayToPay } from '../actors/shopper';
import { type GoodName } from './goods';
import { type Offers } from './prepareRange';

type Wish = Partial<globalThis.Record<GoodName, number>>;

/** What neighbour `index` of each point wants: together they make the day's stories come true. */
const wishes: readonly [first: WishOf, second: WishOf, third: WishOf] = [
  // Nine units of eggs reach the cheaper tier; eight neighbours make the milk's group form.
  (index) => ({
    greens: 1 + (index % 2),
    ...(index % 2 === 0 ? { eggs: 1 } : {}),
    ...(index < 8 ? { milk: 1 } : {}),
    ...(index % 5 === 1 ? { melon: 1 } : {}),
    ...(index % 3 === 0 ? { tofu: 2 } : {}),
  }),
  // Five units of eggs: the price stays. Melons for the scales, and rice.
  (index) => ({
    greens: 2,
    ...(index % 3 === 0 ? { eggs: 1 } : {}),
    ...(index % 4 === 0 ? { melon: 1, tofu: 1 } : {}),
    ...(index % 5 === 2 ? { rice: 1 } : {}),
  }),
  // Three neighbours are too few for the milk, and one box of durian too little for its supplier.
  (index) => {
    if (index === 2) return { milk: 1 };
    return {
      tofu: 1 + (index % 2),
      ...(index < 2 ? { milk: 1 } : {}),
      ...(index === 4 ? { durian: 1 } : {}),
      ...(index === 5 ? { melon: 2 } : {}),
    };
  },
];
type WishOf = (index: number) => Wish;

export function cartOf(offers: Offers, point: number, index: number): Cart {
  const wish = wishes[point]?.(index) ?? {};
  return cart(offers, wish);
}

export const cart = (offers: Offers, wish: Wish): Cart =>
  (Object.entries(wish) as [GoodName, number][]).map(([name, quantity]) => ({
    offerId: offers[name],
    quantity,
  }));

const ways: readonly WayToPay[] = ['card', 'alipay', 'wechat_pay', 'card_page'];

export const wayOf = (index: number): WayToPay => ways[index % ways.length] ?? 'card';

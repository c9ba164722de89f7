import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { useCartCount } from '@/design/page/cartCount';
import { renderHook } from '@testing-library/react';
import { changeCartLine, mostOf, putInCart, removeFromCart, useCart } from './cart';

const offer = (offerId: string, more: Partial<OfferCard> = {}) =>
  ({
    offerId,
    cycleId: 'cyc_1',
    title: { zh: '苹果', en: 'Apples' },
    pack: { zh: '一斤', en: '500 g' },
    unitPrice: { amount: 990, currency: 'CNY' },
    stockLeft: 5,
    ...more,
  }) as OfferCard;
const inCart = () => {
  const { result, unmount } = renderHook(() => useCart());
  unmount();
  return result.current.map(({ offerId, quantity }) => `${offerId} ${quantity}`);
};

test('one line for each offer, kept on the device, counted on the tab', () => {
  putInCart(offer('off_1'), 1);
  putInCart(offer('off_1'), 2);
  putInCart(offer('off_2'), 1);
  expect(inCart()).toEqual(['off_1 2', 'off_2 1']);
  expect(window.localStorage.getItem('lintuan:cart:1')).toContain('off_2');
  expect(useCartCount.getState().count).toBe(3);
});

test('none of it takes the line out, and so does ordering it', () => {
  changeCartLine('off_1', 0);
  expect(inCart()).toEqual(['off_2 1']);
  removeFromCart(['off_2']);
  expect(inCart()).toEqual([]);
});

test('holds fifty kinds of things', () => {
  for (let n = 1; n <= 50; n += 1) expect(putInCart(offer(`off_${n}`), 1)).toBe(true);
  expect(putInCart(offer('off_51'), 1)).toBe(false);
  expect(putInCart(offer('off_50'), 2)).toBe(true);
});

test('stock and limit bound what one shopper can have', () => {
  expect(mostOf(offer('off_1', { limitPerShopper: 2 }))).toBe(2);
  expect(mostOf(offer('off_1'))).toBe(5);
});

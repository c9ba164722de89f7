/** Every page begins with this, also one that shows nothing of the cart but its badge. */
test('counts what is in the cart wherever the app is opened', async () => {
  window.localStorage.setItem('lintuan:cart:1', JSON.stringify([{ offerId: 'off_1', quantity: 3 }]));
  await import('@/app');
  const { useCartCount } = await import('@/design/page/cartCount');
  expect(useCartCount.getState().count).toBe(3);
});

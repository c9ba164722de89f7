/** The four pages of the tab bar. */
export const tabPages = {
  home: '/pages/home/index',
  cart: '/pages/cart/index',
  orders: '/pages/orders/index',
  me: '/pages/me/index',
} as const;

export type TabPage = keyof typeof tabPages;

export const isTabAddress = (address: string): boolean => Object.values<string>(tabPages).includes(address);

import { create } from 'zustand';

/** How many units are in the cart, for the tab bar's badge; the cart writes it. */
export const useCartCount = create<{ count: number }>(() => ({ count: 0 }));

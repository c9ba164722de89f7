/** `orders` of `/orders/ord_1?limit=2`; empty for `/`. */
export const firstPart = (url: string): string => /^\/([^/?]*)/.exec(url)?.[1] ?? '';

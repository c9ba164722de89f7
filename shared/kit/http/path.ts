/** `orders` of `/orders/ord_1?limit=2`; empty for `/`. */
export const firstPart = (url: string): string => /^\/([^/?]*)/.exec(url)?.[1] ?? '';

/** `/orders/ord_1` of `/orders/ord_1?limit=2`. */
export const pathOf = (url: string): string => {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
};

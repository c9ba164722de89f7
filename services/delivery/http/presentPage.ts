import { type Page } from '#shared/contracts/common';

type Paged<T> = { readonly items: readonly T[]; readonly nextCursor?: string | undefined };

/** A page with each item as it is shown. */
export const presentPage = <T, V>({ items, nextCursor }: Paged<T>, view: (item: T) => V): Page<V> => ({
  items: items.map(view),
  ...(nextCursor === undefined ? {} : { nextCursor }),
});

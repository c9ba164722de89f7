/** The same things with the one at `index` one place earlier (`-1`) or later (`1`); unchanged at the ends. */
export const shifted = <Item>(items: readonly Item[], index: number, by: -1 | 1): Item[] => {
  const to = index + by;
  const [item] = items.slice(index, index + 1);
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const without = [...items.slice(0, index), ...items.slice(index + 1)];
  return [...without.slice(0, to), item, ...without.slice(to)];
};

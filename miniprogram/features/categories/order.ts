import { type Category } from '#shared/contracts/catalog/range';

type Placed = Pick<Category, 'categoryId' | 'position' | 'version'>;

/** The positions that must change so that categories are shown in this order; a swap of two neighbours changes two. */
export const newPositions = <Item extends Placed>(inOrder: readonly Item[]): Item[] => {
  const places = inOrder.map(({ position }) => position).sort((one, other) => one - other);
  let before = -1;
  return inOrder.flatMap((category, at) => {
    // Two that share a place would change order with their ids.
    before = Math.max(places[at] ?? 0, before + 1);
    return category.position === before ? [] : [{ ...category, position: before }];
  });
};

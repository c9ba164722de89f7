import { CategoryId } from '#shared/contracts/ids';
import { newPositions } from './order';

const at = (...positions: number[]) =>
  positions.map((position, n) => ({ categoryId: CategoryId.parse(`cat_${n}`), position, version: 1 }));
const positions = (...given: number[]) =>
  newPositions(at(...given)).map(({ categoryId, position }) => [categoryId, position]);

test('a swap of two neighbours changes those two', () => {
  expect(positions(1, 5, 3, 9)).toEqual([
    ['cat_1', 3],
    ['cat_2', 5],
  ]);
});

test('what is in order stays', () => {
  expect(positions(1, 3, 9)).toEqual([]);
});

test('places that were shared are told apart', () => {
  expect(positions(0, 0, 0)).toEqual([
    ['cat_1', 1],
    ['cat_2', 2],
  ]);
});

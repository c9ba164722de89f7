import { createTable } from './table';

it('forgets the oldest rows with everything that led to them', () => {
  const table = createTable<{ id: string; order: string }, 'order'>({
    keep: 2,
    indexes: { order: (row) => row.order },
  });
  for (const [id, order] of [
    ['a', 'x'],
    ['b', 'x'],
    ['c', 'y'],
  ] as const)
    table.put({ id, order });
  expect([table.size(), table.get('a')]).toEqual([2, undefined]);
  expect(table.idsBy('order', 'x')).toEqual(['b']);
  table.removeLast('c');
  expect(table.idsBy('order', 'y')).toEqual([]);
});

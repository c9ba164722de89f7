import { publicEndpoints } from '#shared/contracts/apis';
import { operationTexts } from './operationTexts';

test('only operations that there are have a name; what the system does by itself has one in snake case', () => {
  const known = new Set(publicEndpoints.map(({ id }) => id));
  const named = Object.keys(operationTexts.zh).filter((id) => !id.includes('_'));
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

import { type Connection } from '../../../scripts/demo/actors/connection';
import { Operator } from '../../../scripts/demo/actors/operator';
import { people } from '../../../scripts/demo/day/places';
import { prepareRange } from '../../../scripts/demo/day/prepareRange';

/** The operator and the range of goods that all towns sell. */
export async function openMarket(connection: Connection) {
  const operator = new Operator(connection);
  await operator.signInWithPassword(people.operator.username, people.operator.password);
  return { operator, skus: await prepareRange(operator) };
}
export type Market = Awaited<ReturnType<typeof openMarket>>;

import { mongo } from 'mongoose';

type Explained = { readonly executionStats: { readonly totalDocsExamined: number } };

/** How many documents the database looks at for what is found while `work` runs: without an index, all there are. */
export async function documentsRead(work: () => Promise<unknown>): Promise<number> {
  const asked = jest.spyOn(mongo.Collection.prototype, 'find');
  await work();
  const cursors = asked.mock.results.map(({ value }) => value as mongo.FindCursor);
  asked.mockRestore();
  const plans = await Promise.all(cursors.map((cursor) => cursor.clone().explain('executionStats')));
  return plans.reduce((sum, plan) => sum + (plan as Explained).executionStats.totalDocsExamined, 0);
}

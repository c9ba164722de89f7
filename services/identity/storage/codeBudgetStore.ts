import { type Connection } from 'mongoose';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { defineModel, modelOn, nativeOn } from '#shared/kit/mongo/models';

type Spent = { _id: string; count: number; forgetAt: Date };

const codeBudgetModel = defineModel<Spent>({
  name: 'CodeBudget',
  collection: 'code_budgets',
  fields: {
    _id: { type: String, required: true },
    count: { type: Number, required: true },
    forgetAt: { type: Date, required: true },
  },
  indexes: [[{ forgetAt: 1 }, { expireAfterSeconds: 0 }]],
});

export type CodeBudgetStore = ReturnType<typeof codeBudgetStore>;

const hourMs = 3_600_000;

/** Counts the codes sent in an hour by the clock, in the database, so that all processes count together. */
export function codeBudgetStore(connection: Connection) {
  modelOn(connection, codeBudgetModel);
  const budgets = nativeOn(connection, codeBudgetModel);
  const idOf = (who: string, now: Date) => `${who}|${Math.floor(now.getTime() / hourMs)}`;
  return {
    /** Takes one code of `who`'s hour, in one write; false when `max` are spent. */
    async take(who: string, max: number, now: Date): Promise<boolean> {
      const taken = await guardedUpsert(() =>
        budgets.updateOne(
          { _id: idOf(who, now), count: { $lt: max } },
          { $inc: { count: 1 }, $setOnInsert: { forgetAt: new Date(now.getTime() + 2 * hourMs) } },
          { upsert: true },
        ),
      );
      return taken !== undefined;
    },
    /** Gives one back that was not sent. */
    async giveBack(who: string, now: Date): Promise<void> {
      await budgets.updateOne({ _id: idOf(who, now), count: { $gt: 0 } }, { $inc: { count: -1 } });
    },
  };
}

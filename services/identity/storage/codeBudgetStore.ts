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

/** The length of an hour's and a day's budget, in ms. */
const budgetMs = { hour: 3_600_000, day: 86_400_000 } as const;

/** One budget: whose it is, how many codes it has, and for how long. */
export type CodeBudget = { readonly who: string; readonly max: number; readonly per: keyof typeof budgetMs };

/** Counts the codes sent in an hour or a day by the clock, in the database, so that all processes count together. */
export function codeBudgetStore(connection: Connection) {
  modelOn(connection, codeBudgetModel);
  const budgets = nativeOn(connection, codeBudgetModel);
  const idOf = ({ who, per }: CodeBudget, now: Date) =>
    `${who}|${per === 'hour' ? '' : per}${Math.floor(now.getTime() / budgetMs[per])}`;
  return {
    /** Takes one code of a budget, in one write; false when all are spent. */
    async take(budget: CodeBudget, now: Date): Promise<boolean> {
      const taken = await guardedUpsert(() =>
        budgets.updateOne(
          { _id: idOf(budget, now), count: { $lt: budget.max } },
          {
            $inc: { count: 1 },
            $setOnInsert: { forgetAt: new Date(now.getTime() + 2 * budgetMs[budget.per]) },
          },
          { upsert: true },
        ),
      );
      return taken !== undefined;
    },
    /** Gives one back that was not sent. */
    async giveBack(budget: CodeBudget, now: Date): Promise<void> {
      await budgets.updateOne({ _id: idOf(budget, now), count: { $gt: 0 } }, { $inc: { count: -1 } });
    },
  };
}

import { type Connection, type mongo } from 'mongoose';

type Question = {
  readonly collection: string;
  readonly kind: string;
  readonly filter: unknown;
  readonly explainable: mongo.Document;
};
/** What the database had to look at to answer one question. */
export type Examined = {
  /** Like `orders find {accountId,status}`. */
  readonly question: string;
  readonly examined: number;
  readonly returned: number;
};

/** A question may read some more than it gives: an index leads near it, and pages look one item ahead. */
const free = 10;
const perReturned = 2;

/**
 * Asks the database, for every question that is put to it while `work` runs, how many documents it looks at. The connection must have
 * been opened with `monitorCommands`.
 */
export async function examinedBy(connection: Connection, work: () => Promise<unknown>): Promise<Examined[]> {
  const questions = new Map<string, Question>();
  const heard = ({ command, databaseName }: mongo.CommandStartedEvent) => {
    if (databaseName !== connection.name) return;
    for (const question of questionsOf(command)) questions.set(JSON.stringify(question), question);
  };
  connection.getClient().on('commandStarted', heard);
  await work();
  connection.getClient().off('commandStarted', heard);
  const plans: Examined[] = [];
  for (const { collection, kind, filter, explainable } of questions.values()) {
    const plan = await connection.db!.command({ explain: explainable, verbosity: 'executionStats' });
    plans.push({ question: `${collection} ${kind} ${shapeOf(filter)}`, ...countsOf(plan) });
  }
  return plans;
}

/** @returns the questions that look at more than a constant times what they give: with an index that fits there are none. */
export const examinedTooMuch = async (
  connection: Connection,
  work: () => Promise<unknown>,
): Promise<Examined[]> =>
  (await examinedBy(connection, work)).filter(
    ({ examined, returned }) => examined > free + perReturned * returned,
  );

function questionsOf(command: mongo.Document): Question[] {
  const kind = Object.keys(command)[0] ?? '';
  const collection = String(command[kind]);
  const finding = (filter: unknown, hint?: unknown): Question => ({
    collection,
    kind,
    filter,
    explainable: { find: collection, filter, ...(hint === undefined ? {} : { hint }) },
  });
  switch (kind) {
    case 'find': {
      const { filter, sort, limit, singleBatch, hint, projection } = command;
      const asked = { find: collection, filter, sort, limit, singleBatch, hint, projection };
      const explainable = Object.fromEntries(
        Object.entries(asked).filter(([, value]) => value !== undefined),
      );
      return [{ collection, kind, filter, explainable }];
    }
    case 'aggregate': {
      const { pipeline, hint } = command as { pipeline: mongo.Document[]; hint?: unknown };
      const explainable = {
        aggregate: collection,
        pipeline,
        cursor: {},
        ...(hint === undefined ? {} : { hint }),
      };
      return [{ collection, kind, filter: pipeline[0]?.['$match'], explainable }];
    }
    case 'update':
      return (command['updates'] as { q: unknown; hint?: unknown }[]).map(({ q, hint }) => finding(q, hint));
    case 'delete':
      return (command['deletes'] as { q: unknown; hint?: unknown }[]).map(({ q, hint }) => finding(q, hint));
    case 'findAndModify':
      return [finding(command['query'], command['hint'])];
    default:
      return [];
  }
}

const shapeOf = (filter: unknown): string => `{${Object.keys(filter ?? {}).join(',')}}`;

/** From wherever in the plan they stand: an aggregation nests them. */
function countsOf(plan: unknown): Pick<Examined, 'examined' | 'returned'> {
  let [examined, returned] = [0, 0];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { totalDocsExamined, nReturned } = part as Record<string, unknown>;
    if (typeof totalDocsExamined === 'number') {
      examined += totalDocsExamined;
      returned += Number(nReturned ?? 0);
    }
    for (const inner of Object.values(part)) walk(inner);
  };
  walk(plan);
  return { examined, returned };
}

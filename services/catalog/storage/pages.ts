import { type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type z } from '#shared/contracts/zod';
import { byId, pageOfRead, type PageWish } from '#shared/kit/mongo/pages';

const maxSearched = 5_000;

type List<Doc> = {
  readonly filter?: mongo.Filter<Doc>;
  readonly order?: 'oldestFirst' | 'newestFirst';
  /** Looked for among a bounded number. */
  readonly isMeant?: ((doc: Doc) => boolean) | undefined;
};

/** One page of a collection in the order of ids, oldest first unless told; ids sort by age. */
export const pageById = <Doc extends { readonly _id: string }>(
  collection: mongo.Collection<Doc>,
  kind: z.ZodType<string>,
  wish: PageWish,
  { filter = {}, order = 'oldestFirst', isMeant }: List<Doc> = {},
): Promise<Page<Doc>> =>
  pageOfRead({
    order: [byId('_id', kind, order === 'oldestFirst' ? 'rising' : 'falling')],
    wish,
    async read({ beyond, sort, limit }) {
      const found = (await collection
        .find({ $and: [filter, beyond] } as mongo.Filter<Doc>)
        .sort(sort)
        .limit(isMeant ? maxSearched : limit)
        .toArray()) as Doc[];
      return isMeant ? found.filter(isMeant).slice(0, limit) : found;
    },
    present: (doc) => doc,
  });

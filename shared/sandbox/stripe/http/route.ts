import type { z } from 'zod';
import type { World } from '../world';
import { expandPaths } from './expand';
import { readParams } from './params';

type Call<P> = { world: World; id: string; sub: string; params: P };
export type Ids = { id: string; sub: string };

/** One call of the API. `prepare` reads the parameters; what it returns does the work, at once and in one go. */
export type Route = {
  method: 'get' | 'post';
  path: string;
  prepare: (world: World, ids: Ids, raw: unknown) => () => object;
};

/** Describes a call: how it is reached, what it takes, what it does and answers. */
export const route = <S extends z.ZodType<{ expand?: string[] | undefined }>>(
  method: 'get' | 'post',
  path: string,
  schema: S,
  run: (call: Call<z.output<S>>) => object,
): Route => ({
  method,
  path,
  prepare: (world, ids, raw) => {
    const params = readParams(schema, raw);
    return () => expandPaths(world, run({ world, ...ids, params }), params.expand);
  },
});

import { type Id } from '../../shared/contracts/ids';

/** The id that `text` spells, of the kind that its prefix names: `anId('ord_1')` is an `OrderId`. */
export const anId = <Prefix extends string>(text: `${Prefix}_${string}`) => text as string as Id<Prefix>;

import { randomText } from '../kit/ids';

/** An id as Stripe writes them: `pi_3…`, `ch_3…`. */
export const newId = (prefix: string) => `${prefix}_3${randomText(23)}`;

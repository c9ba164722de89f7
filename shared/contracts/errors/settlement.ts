import { problems } from './problemText';

/** What settlement refuses of its own. */
export const settlementErrors = problems({});

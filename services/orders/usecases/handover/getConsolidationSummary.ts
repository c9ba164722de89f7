import { consolidationOf } from './consolidationOf';

/** What delivery needs to know of a frozen consolidation. @throws {Refused} NOT_FOUND */
export const getConsolidationSummary = consolidationOf;

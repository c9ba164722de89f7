/** Everything that settlement answers to people. */
export const settlementApi = {};

/** What settlement tells the others. */
export const settlementEvents = {};

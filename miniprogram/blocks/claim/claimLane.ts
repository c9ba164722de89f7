/** Where claims of an order wait to be sent. */
export const claimLane = (orderId: string): string => `claims:${orderId}`;

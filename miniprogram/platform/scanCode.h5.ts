/** Browsers scan nothing by themselves: the code is typed or pasted. */
export const canScan = false as boolean;

export const scanCode = (): Promise<string | undefined> => Promise.resolve(undefined);

/** How the next call goes wrong. `…_before` happens instead of the work, `…_after` when the work is done and kept. */
export const faultKinds = [
  'error_before',
  'rate_limited',
  'reset_before',
  'reset_after',
  'timeout_before',
  'timeout_after',
] as const;

export type Fault = {
  kind: (typeof faultKinds)[number];
  /** So many calls go wrong. */
  count: number;
  method?: 'GET' | 'POST' | undefined;
  /** Only calls whose path begins like this, e.g. `/v1/refunds`. */
  path?: string | undefined;
};

export type Faults = {
  add: (fault: Fault) => void;
  clear: () => void;
  list: () => readonly Fault[];
  /** The fault that meets this call, counted down, or null. */
  take: (method: string, path: string) => Fault['kind'] | null;
};

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add: (fault) => {
      faults.push({ ...fault });
    },
    clear: () => {
      faults = [];
    },
    list: () => faults,
    take: (method, path) => {
      const fault = faults.find(
        (one) => (one.method === undefined || one.method === method) && path.startsWith(one.path ?? ''),
      );
      if (!fault) return null;
      fault.count -= 1;
      faults = faults.filter(({ count }) => count > 0);
      return fault.kind;
    },
  };
}

import type { Request } from 'express';

/** How late an answer comes that is `slow`. */
export const SLOW_MS = 3000;

export type Fault<Kind extends string> = {
  kind: Kind;
  /** So many calls go wrong. */
  count: number;
  method?: 'GET' | 'POST' | undefined;
  /** Only calls that are named like this or begin so: a path, or whatever the provider calls its operations by. */
  path?: string | undefined;
};

export type Faults<Kind extends string> = {
  add: (fault: Fault<Kind>) => void;
  clear: () => void;
  list: () => readonly Fault<Kind>[];
  /** The fault that meets this call, counted down, or null. */
  take: (method: string, path: string) => Kind | null;
};

/** What goes wrong next, as somebody ordered it. */
export function createFaults<Kind extends string>(): Faults<Kind> {
  let faults: Fault<Kind>[] = [];
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

/** Whether this call gets no answer, `before` the work or `after` it: its connection breaks, or nothing ever comes. */
export function isCutOff(
  fault: string | null,
  when: 'before' | 'after',
  { socket }: Pick<Request, 'socket'>,
): boolean {
  if (fault === `reset_${when}`) socket.destroy();
  return fault === `reset_${when}` || fault === `timeout_${when}`;
}

import { adminCommand } from './adminCommand';

/** An acknowledgement that nothing takes back: neither a kill of the server's process nor a change of the primary. */
export type DurableWrites = { readonly w: 1 | 'majority'; readonly journal: true };

/**
 * What to ask of a server that says `hello` like this. A standalone (the embedded engine is one) that is killed loses writes that
 * it acknowledged to `w: 'majority'`, and keeps those of `w: 1` once they are in its journal. A replica set and a sharded cluster
 * need the majority.
 */
export function durableWrites({ setName, msg }: { setName?: unknown; msg?: unknown }): DurableWrites {
  const isCluster = setName !== undefined || msg === 'isdbgrid';
  return { w: isCluster ? 'majority' : 1, journal: true };
}

/** Asks the server at `uri` what it is. Rejects when none answers within `reachWithinMs`. */
export const durableWritesAt = async (uri: string, reachWithinMs: number): Promise<DurableWrites> =>
  durableWrites(await adminCommand(uri, { hello: 1 }, reachWithinMs));

import { EventEnvelope } from '../../../contracts/events/envelope';

/** Names of everything the bus keeps in Redis. One hash tag: scripts touch several of them at once. */
export type BusKeys = {
  readonly partitions: number;
  /** Names what this Redis remembers without a gap: see `redisMemory`. */
  readonly memory: string;
  /** The events of the keys that fall into this partition. */
  stream(partition: number): string;
  /** The streams of all partitions, in order. */
  readonly streams: readonly string[];
  /** Living subscribers of a group, by the time at which they count as dead. */
  members(group: string): string;
  /** Prefix of the keys that say which subscriber reads a partition for the group. */
  leases(group: string): string;
};

export function busKeys(prefix: string, partitions: number): BusKeys {
  const stream = (partition: number) => `{${prefix}}:events:${partition}`;
  return {
    partitions,
    memory: `{${prefix}}:memory`,
    stream,
    streams: Array.from({ length: partitions }, (_, partition) => stream(partition)),
    members: (group) => `{${prefix}}:members:${group}`,
    leases: (group) => `{${prefix}}:lease:${group}:`,
  };
}

/** The partition of a key: FNV-1a, the same in every process. Changing it, or their number, unorders what is under way. */
export function partitionOf(key: string, partitions: number): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % partitions;
}

/** Undefined when the fields are no event of ours. */
export function readEvent(fields: Readonly<Record<string, string>>): EventEnvelope | undefined {
  try {
    return EventEnvelope.parse(JSON.parse(fields['event'] ?? ''));
  } catch {
    return undefined;
  }
}

/** What cannot be read, in the form of an event, so that it can be set aside. */
export const unreadableEvent = (
  stream: string,
  id: string,
  fields: Readonly<Record<string, string>>,
  now: Date,
): EventEnvelope => ({
  id: `${stream}/${id}`,
  type: 'unreadable',
  key: stream,
  occurredAt: now.toISOString(),
  correlationId: id,
  data: fields,
});

/** The id of an entry as text that sorts as Redis orders them. */
export function sortableEntry(id: string): string {
  const [ms = '', sequence = ''] = id.split('-');
  return `${ms.padStart(16, '0')}-${sequence.padStart(20, '0')}`;
}

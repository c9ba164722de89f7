import { EventEnvelope } from '../../../contracts/events/envelope';

/** Names of everything the bus keeps in Redis. One hash tag: a publish writes several streams in one transaction. */
export type BusKeys = {
  readonly partitions: number;
  /** The events of the keys that fall into this partition. */
  stream(partition: number): string;
  /** Living subscribers of a group, by the time at which they count as dead. */
  members(group: string): string;
  /** Prefix of the keys that say which subscriber reads a partition for the group. */
  leases(group: string): string;
  deadLetters(group: string): string;
};

export const busKeys = (prefix: string, partitions: number): BusKeys => ({
  partitions,
  stream: (partition) => `{${prefix}}:events:${partition}`,
  members: (group) => `{${prefix}}:members:${group}`,
  leases: (group) => `{${prefix}}:lease:${group}:`,
  deadLetters: (group) => `{${prefix}}:dead:${group}`,
});

/** The partition of a key: FNV-1a, the same in every process. Changing it, or their number, unorders what is under way. */
export function partitionOf(key: string, partitions: number): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % partitions;
}

export type Entry = {
  readonly id: string;
  readonly event: EventEnvelope;
  /** Present when the entry is meant for one group only: a dead letter on its second way. */
  readonly onlyFor: string | undefined;
};

export const entryFields = (event: EventEnvelope, onlyFor?: string): Record<string, string> => ({
  event: JSON.stringify(event),
  ...(onlyFor === undefined ? {} : { onlyFor }),
});

/** Undefined when the fields are no event of ours. */
export function readEntry(id: string, fields: Readonly<Record<string, string>>): Entry | undefined {
  try {
    return { id, event: EventEnvelope.parse(JSON.parse(fields['event'] ?? '')), onlyFor: fields['onlyFor'] };
  } catch {
    return undefined;
  }
}

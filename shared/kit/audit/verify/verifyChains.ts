import { type Connection } from 'mongoose';
import { type AuditedService, auditedServices } from '../../../contracts/audit';
import { ConfigError } from '../../config/environment';
import { AuditStore } from '../auditStore';
import { type Break, type Link } from '../chain';

type NotedHead = Link & { readonly service: AuditedService };

/** Heads as `audit:verify` printed them: `orders:120:9f…`. @throws {ConfigError} for anything else */
export const readNotedHeads = (args: readonly string[]): NotedHead[] =>
  args.map((arg) => {
    const [, name, sequence, hash] = /^([a-z]+):(\d{1,15}):([0-9a-f]{64})$/.exec(arg) ?? [];
    const service = auditedServices.find((one) => one === name);
    if (!service || sequence === undefined || hash === undefined)
      throw new ConfigError([
        `"${arg}" is no head of a chain: give it as it was printed, like orders:120:9f…`,
      ]);
    return { service, sequence: Number(sequence), hash };
  });

const words: Record<Break['kind'], string> = {
  missing: 'is missing',
  changed: 'was changed',
  moved: 'does not follow the one before it',
};

/** Walks the chains of all services. @returns a line for each, and whether all are whole */
export async function verifyChains(
  connect: (service: AuditedService) => Promise<Connection>,
  noted: readonly NotedHead[] = [],
): Promise<{ readonly lines: string[]; readonly whole: boolean }> {
  const lines: string[] = [];
  let whole = true;
  for (const service of auditedServices) {
    const connection = await connect(service);
    try {
      const store = new AuditStore(connection);
      const { entries, head, broken } = await store.verify();
      const heads = noted.filter((one) => one.service === service);
      const lost = broken ? undefined : await store.firstUnknown(heads);
      if (broken) {
        const entry = broken.entryId === undefined ? '' : ` (${broken.entryId})`;
        lines.push(
          `${service}: broken at link ${broken.sequence}${entry}, which ${words[broken.kind]}; ${entries} entries before it are whole.`,
        );
      } else if (lost)
        lines.push(`${service}: broken at link ${lost.sequence}, which is not what was noted of it.`);
      else if (entries === 0) lines.push(`${service}: 0 entries.`);
      else lines.push(`${service}: ${entries} entries, all whole; head ${service}:${entries}:${head.hash}`);
      whole &&= !broken && !lost;
    } finally {
      await connection.close();
    }
  }
  return { lines, whole };
}

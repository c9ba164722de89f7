import { parseArgs } from 'node:util';
import { ConfigError } from '../../config/environment';
import { type Chosen } from './setAside';
import { type SetAsideStore } from './setAsideStore';

export const services = ['identity', 'catalog', 'orders', 'delivery', 'settlement'] as const;
export type Service = (typeof services)[number];

export type Command = {
  readonly what: 'list' | 'redrive';
  /** In whose databases to look. */
  readonly services: readonly Service[];
  readonly which: Chosen;
};

const usage = [
  'npm run events:set-aside -- list                     what lies there, and why',
  'npm run events:set-aside -- redrive --all            have all of it handled once more',
  'npm run events:set-aside -- redrive EVENT_ID …       have these handled once more',
  'With --group GROUP only what that group set aside, with --service SERVICE only in the database of that service.',
].join('\n');

/** @throws {ConfigError} saying how the command is used */
export function readCommand(given: readonly string[]): Command {
  const { values, positionals } = parsed(given);
  const [what, ...eventIds] = positionals;
  const { group, service, all } = values;
  const isService = (name: string): name is Service => (services as readonly string[]).includes(name);
  if (service !== undefined && !isService(service))
    throw new ConfigError([`${service} is no service: ${services.join(', ')}`, usage]);
  const isMeant =
    what === 'list' || (what === 'redrive' && (all || group !== undefined || eventIds.length > 0));
  if (!isMeant) throw new ConfigError([usage]);
  return {
    what,
    services: service === undefined ? services : [service],
    which: { group, ...(eventIds.length > 0 ? { eventIds } : {}) },
  };
}

function parsed(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        group: { type: 'string' },
        service: { type: 'string' },
        all: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new ConfigError([error instanceof Error ? error.message : String(error), usage]);
  }
}

const listed = 200;

/** Does it in the databases of the services, and answers what is to be told, line by line. */
export async function runCommand(
  { what, which }: Command,
  stores: readonly SetAsideStore[],
  now: Date,
): Promise<readonly string[]> {
  if (what === 'redrive') {
    let count = 0;
    for (const store of stores) count += await store.handOn(which, now);
    return [
      count === 0
        ? 'Nothing was handed on: no such event lies there, or it was handed on before.'
        : `${count} handed on. Their services try them within a minute; what fails again is listed again.`,
    ];
  }
  const found = (await Promise.all(stores.map((store) => store.list(which, listed)))).flat();
  if (found.length === 0) return ['No event is set aside.'];
  return found.map(({ group, event, reason, attempts, setAsideAt, handedOnAt }) =>
    [
      `${setAsideAt.toISOString()}  ${group}  ${event.type}  ${event.id}  of ${event.key}`,
      `  ${attempts} attempts${handedOnAt ? `, handed on ${handedOnAt.toISOString()}` : ''}: ${reason.replace(/\s+/g, ' ')}`,
    ].join('\n'),
  );
}

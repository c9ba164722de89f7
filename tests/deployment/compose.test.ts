import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { compose, type ComposeService, variables, withVariables } from '../support/deployment/compose';
import { chosen, examples, leftOut, programs, serviceNames } from '../support/deployment/serviceConfig';

const root = resolve(__dirname, '../..');
const containers = Object.entries(compose.services);
const container = (name: string): ComposeService => compose.services[name]!;
const networksOf = ({ networks }: ComposeService): readonly string[] =>
  Array.isArray(networks) ? (networks as readonly string[]) : Object.keys(networks);

test('it is the proxy, the six services and their databases', () => {
  expect(containers.map(([name]) => name).sort()).toEqual(
    ['proxy', ...serviceNames, 'mongo', 'redis'].sort(),
  );
});

describe.each(containers)('%s', (name, one) => {
  test('may do nothing that it does not need', () => {
    expect(one).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      tmpfs: ['/tmp'],
      restart: 'unless-stopped',
      pids_limit: expect.any(Number),
      cpus: expect.any(Number),
      mem_limit: expect.any(String),
      healthcheck: { test: expect.anything() },
    });
    expect(one).not.toHaveProperty('privileged');
    // The proxy needs the two well-known ports, and its volumes are root's.
    expect(one.cap_add ?? []).toEqual(name === 'proxy' ? ['NET_BIND_SERVICE'] : []);
    if (name !== 'proxy') expect(one.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  test('comes from an image that is named exactly', () => {
    expect(one.image).toMatch(/(:\d+\.\d+\.\d+(-\w+)?|@sha256:[0-9a-f]{64})$/);
  });

  test('takes files that are there', () => {
    const files = (one.volumes ?? []).filter((volume) => volume.startsWith('.'));
    for (const file of files) {
      expect(file).toMatch(/:ro$/);
      expect(existsSync(resolve(root, 'deploy', file.split(':')[0]!))).toBe(true);
    }
  });
});

describe.each(serviceNames)('%s', (name) => {
  const environment = { ...container(name).environment };

  test('runs compiled', () => {
    expect(container(name).command).toBe(`services/${name}/main.js`);
    expect(existsSync(resolve(root, `services/${name}/main.ts`))).toBe(true);
  });

  test('gets all that it asks for in production, and nothing that is another’s', () => {
    const required = new Set(variables.filter((one) => one.required).map((one) => one.name));
    const given = Object.fromEntries(
      Object.entries(examples).filter(([key]) => required.has(key) || chosen.has(key)),
    );
    const values = Object.entries(environment).map(
      ([key, value]) => [key, withVariables(value, given)] as const,
    );
    expect(() => {
      programs[name].read({ ...Object.fromEntries(values), NODE_ENV: 'production' });
    }).not.toThrow();
    const known = new Set(programs[name].knows.filter((one) => !leftOut.has(one)));
    expect(Object.keys(environment).sort()).toEqual([...known].sort());
  });
});

describe('who is outside', () => {
  test('reaches the proxy and nothing else', () => {
    expect(containers.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual([
      'proxy',
    ]);
  });

  test('is believed by nobody: the gateway believes the proxy’s own address', () => {
    const networks = container('proxy').networks as Readonly<Record<string, { ipv4_address?: string }>>;
    expect(Object.values(networks).map((one) => one.ipv4_address)).toEqual([
      container('gateway').environment['TRUST_PROXY'],
    ]);
    const edge = containers.filter(([, one]) => networksOf(one).includes('edge')).map(([name]) => name);
    expect(edge.sort()).toEqual(['gateway', 'proxy']);
  });

  test('the databases have no way out, and the proxy and the gateway no way to more than they need', () => {
    expect(compose.networks['inside']?.internal).toBe(true);
    for (const name of ['mongo', 'redis']) expect(networksOf(container(name))).toEqual(['inside']);
    expect(networksOf(container('proxy'))).toEqual(['edge']);
    expect(networksOf(container('gateway'))).not.toContain('outside');
  });
});

describe('secrets', () => {
  const example = readFileSync(resolve(root, 'deploy/.env.example'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('=') as [name: string, value: string]);

  test('the example names each variable, and gives no value to what nobody may know', () => {
    expect(example.map(([name]) => name).sort()).toEqual(
      [...new Set(variables.map(({ name }) => name))].sort(),
    );
    expect(example.filter(([, value]) => value !== '')).toEqual([['PUBLIC_URL', 'https://shop.example']]);
  });

  test('a start without one is refused in words that say which', () => {
    const secret = /SERVICE_SECRET|PASSWORD|TOKEN/;
    const needed = variables.filter(({ name }) => secret.test(name));
    expect(needed.filter(({ required }) => !required)).toEqual([]);
    expect(() => withVariables(container('orders').environment['SERVICE_SECRET']!, {})).toThrow(
      'set SERVICE_SECRET in deploy/.env',
    );
  });

  test('each service has a user of its own, who may use its own database and no other', () => {
    const script = readFileSync(resolve(root, 'deploy/compose/mongoUsers.js'), 'utf8');
    const users = new Map<string, { pwd: string; roles: unknown }>();
    const keep = (user: string, { pwd, roles }: { pwd: string; roles: unknown }) =>
      users.set(user, { pwd, roles });
    const admin = {
      getUser: (user: string) => users.get(user),
      createUser: ({ user, ...what }: { user: string; pwd: string; roles: unknown }) => keep(user, what),
      updateUser: keep,
    };
    const asMongosh = (env: object) => {
      runInNewContext(script, { db: { getSiblingDB: () => admin }, process: { env } });
    };
    expect(() => {
      asMongosh({});
    }).toThrow('MONGO_IDENTITY_PASSWORD is not set');
    asMongosh({ ...examples, MONGO_ORDERS_PASSWORD: 'an earlier one' });
    asMongosh(examples);
    for (const name of serviceNames.slice(1)) {
      const uri = new URL(withVariables(container(name).environment['MONGODB_URI']!, examples));
      const roles = [{ role: 'readWrite', db: `lintuan_${name}` }];
      expect(JSON.parse(JSON.stringify(users.get(uri.username)))).toEqual({ pwd: uri.password, roles });
      expect(uri.username).toBe(name);
    }
    expect(users.size).toBe(5);
  });
});

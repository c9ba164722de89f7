import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Container,
  objectsOf,
  type Peer,
  type Rule,
  type SecretKey,
  type Selector,
} from '../support/deployment/kubernetes';
import {
  chosen,
  type DeployedService,
  examples,
  leftOut,
  programs,
  serviceNames,
} from '../support/deployment/serviceConfig';

const root = resolve(__dirname, '../..');
const deployments = objectsOf('Deployment');
const deployment = (name: string) =>
  deployments.find(({ metadata }) => metadata.name === name)!.spec.template;
const podOf = (name: string) => deployment(name).spec;
const containerOf = (name: string): Container => podOf(name).containers[0]!;
const secretsOf = (name: string): readonly (SecretKey & { readonly variable: string })[] =>
  containerOf(name).env.map((one) => ({ variable: one.name, ...one.valueFrom.secretKeyRef }));

test('the six services are deployed, and each selects its own pods', () => {
  expect(deployments.map(({ metadata }) => metadata.name).sort()).toEqual([...serviceNames].sort());
  for (const name of serviceNames) {
    expect(deployment(name).metadata.labels).toEqual({ app: name });
    const service = objectsOf('Service').find(({ metadata }) => metadata.name === name);
    expect(service?.spec.selector).toEqual({ app: name });
  }
});

describe.each(serviceNames)('%s', (name) => {
  test('runs compiled, from an image that is named exactly', () => {
    const { image, args } = containerOf(name);
    expect(image).toMatch(/(:\d+\.\d+\.\d+|@sha256:[0-9a-f]{64})$/);
    expect(args).toEqual([`services/${name}/main.js`]);
    expect(existsSync(resolve(root, `services/${name}/main.ts`))).toBe(true);
  });

  test('may do nothing that it does not need', () => {
    expect(podOf(name)).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 1000,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    });
    expect(podOf(name).containers).toHaveLength(1);
    expect(containerOf(name)).toMatchObject({
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      resources: {
        requests: { cpu: expect.any(String), memory: expect.any(String) },
        limits: { cpu: expect.any(String), memory: expect.any(String) },
      },
      startupProbe: { httpGet: { path: '/readyz', port: 'http' } },
      readinessProbe: { httpGet: { path: '/readyz', port: 'http' } },
      livenessProbe: { httpGet: { path: '/healthz', port: 'http' } },
    });
  });

  test('gets all that it asks for in production, and nothing that is another’s', () => {
    const config = objectsOf('ConfigMap').find(({ metadata }) => metadata.name === 'lintuan');
    expect(containerOf(name).envFrom).toEqual([{ configMapRef: { name: 'lintuan' } }]);
    const given = { ...config?.data, NODE_ENV: 'production' };
    const filled = (some: readonly { variable: string }[]) =>
      Object.fromEntries(some.map(({ variable }) => [variable, examples[variable]!] as const));
    const secrets = secretsOf(name);
    expect(() => {
      programs[name].read({
        ...given,
        ...filled(secrets.filter(({ optional, variable }) => !optional || chosen.has(variable))),
      });
    }).not.toThrow();
    const lacking = programs[name].knows.filter((one) => !leftOut.has(one) && !(one in given));
    expect(secrets.map(({ variable }) => variable).sort()).toEqual([...new Set(lacking)].sort());
  });

  test('has a secret of its own, whose example names the same keys and holds no value', () => {
    const secrets = secretsOf(name);
    expect(secrets.filter((one) => one.name !== `lintuan-${name}` || one.key !== one.variable)).toEqual([]);
    const example = readFileSync(resolve(root, `deploy/kubernetes/secrets/${name}.env.example`), 'utf8');
    const lines = example.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).toEqual(secrets.map(({ key }) => `${key}=`));
  });

  test('reaches what its settings name, and nothing else', () => {
    const needs = new Set(
      Object.entries(destinations)
        .filter(([, variables]) => programs[name].knows.some((known) => variables.includes(known)))
        .map(([destination]) => destination),
    );
    const reached = Object.keys(destinations).filter((one) => reaches(name, one as Destination));
    expect(new Set(reached)).toEqual(needs);
  });
});

test('no secret lies beside the manifests', () => {
  expect(objectsOf('Secret')).toEqual([]);
  const [config] = objectsOf('ConfigMap');
  expect(
    Object.keys(config?.data ?? {}).filter((key) => /SECRET|PASSWORD|TOKEN|KEY|MONGO|REDIS/.test(key)),
  ).toEqual([]);
});

type Destination = 'services' | 'mongo' | 'redis' | 'internet';
/** Where a service may have to go, and the settings that say so. */
const destinations: Readonly<Record<Destination, readonly string[]>> = {
  services: ['IDENTITY_URL', 'CATALOG_URL', 'ORDERS_URL', 'DELIVERY_URL', 'SETTLEMENT_URL'],
  mongo: ['MONGODB_URI'],
  redis: ['REDIS_URL'],
  internet: [
    'SMS_URL',
    'WECHAT_API_URL',
    'STRIPE_SECRET_KEY',
    'ALIPAY_APP_ID',
    'PICTURE_BUCKET_URL',
    'PHOTO_BUCKET_URL',
    'CLAIM_PHOTO_BUCKET_URL',
  ],
};

const policiesFor = (name: string, way: 'Ingress' | 'Egress') =>
  objectsOf('NetworkPolicy')
    .map(({ spec }) => spec)
    .filter(
      ({ podSelector, policyTypes }) => policyTypes.includes(way) && selects(podSelector, { app: name }),
    );
const rulesFor = (name: string, way: 'Ingress' | 'Egress'): readonly Rule[] =>
  policiesFor(name, way).flatMap((policy) => (way === 'Ingress' ? policy.ingress : policy.egress) ?? []);

function selects(
  { matchLabels = {}, matchExpressions = [] }: Selector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, values }) => values.includes(labels[key] ?? ''))
  );
}

const isService = ({ podSelector, namespaceSelector, ipBlock }: Peer, name: string) =>
  podSelector !== undefined &&
  namespaceSelector === undefined &&
  ipBlock === undefined &&
  selects(podSelector, { app: name });

function reaches(name: DeployedService, destination: Destination): boolean {
  const allowed = (port: number, peer: (peer: Peer) => boolean) =>
    rulesFor(name, 'Egress').some(
      ({ to = [], ports }) =>
        ports.some((one) => one.protocol === 'TCP' && one.port === port) && to.some(peer),
    );
  switch (destination) {
    case 'services':
      return serviceNames.slice(1).every((other) => allowed(8080, (peer) => isService(peer, other)));
    case 'mongo':
      return allowed(27_017, ({ ipBlock }) => ipBlock !== undefined);
    case 'redis':
      return allowed(6_379, ({ ipBlock }) => ipBlock !== undefined);
    case 'internet':
      return allowed(443, ({ ipBlock }) => ipBlock?.cidr === '0.0.0.0/0');
  }
}

describe('the network', () => {
  test('is closed for whoever is not named, in and out, and lets everybody ask for names', () => {
    for (const way of ['Ingress', 'Egress'] as const)
      expect(policiesFor('a stranger', way).length).toBeGreaterThan(0);
    expect(rulesFor('a stranger', 'Ingress')).toEqual([]);
    expect(rulesFor('a stranger', 'Egress').flatMap(({ ports }) => ports)).toEqual([
      { protocol: 'UDP', port: 53 },
      { protocol: 'TCP', port: 53 },
    ]);
  });

  test('leads to the gateway from the ingress and from whoever reads figures only', () => {
    const from = rulesFor('gateway', 'Ingress').flatMap((rule) => rule.from ?? []);
    expect(from.map(({ namespaceSelector }) => namespaceSelector?.matchLabels)).toEqual([
      { 'kubernetes.io/metadata.name': 'ingress-nginx' },
      { 'kubernetes.io/metadata.name': 'monitoring' },
    ]);
    expect(from.every(({ podSelector }) => podSelector !== undefined)).toBe(true);
  });

  test.each(serviceNames.slice(1))('leads to %s from the gateway and the services', (name) => {
    const from = rulesFor(name, 'Ingress').flatMap((rule) => rule.from ?? []);
    const inside = from.filter(({ namespaceSelector }) => namespaceSelector === undefined);
    expect(serviceNames.filter((other) => inside.some((peer) => isService(peer, other)))).toEqual([
      ...serviceNames,
    ]);
    expect(inside.some((peer) => isService(peer, 'a stranger'))).toBe(false);
  });

  test('opens the internet, not the cluster and not the provider’s metadata', () => {
    const open = serviceNames
      .flatMap((name) => rulesFor(name, 'Egress'))
      .flatMap(({ to = [] }) => to)
      .filter(({ ipBlock }) => ipBlock?.cidr === '0.0.0.0/0');
    expect(open.length).toBeGreaterThan(0);
    for (const { ipBlock } of open)
      expect(ipBlock?.except).toEqual(
        expect.arrayContaining(['10.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16']),
      );
  });
});

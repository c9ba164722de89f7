import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

const base = resolve(__dirname, '../../../deploy/kubernetes');

type Tree = { [key: string]: Value };
type Value = string | number | boolean | null | Value[] | Tree;

export type Container = {
  readonly image: string;
  readonly args: readonly string[];
  readonly envFrom: readonly { readonly configMapRef: { readonly name: string } }[];
  readonly env: readonly {
    readonly name: string;
    readonly valueFrom: { readonly secretKeyRef: SecretKey };
  }[];
  readonly securityContext: object;
  readonly resources: object;
};
export type SecretKey = { readonly name: string; readonly key: string; readonly optional?: boolean };
export type Peer = {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
};
export type Rule = {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports: readonly { readonly protocol: string; readonly port: number }[];
};
export type Selector = {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: 'In';
    readonly values: readonly string[];
  }[];
};
export type Objects = {
  readonly Namespace: object;
  readonly Secret: object;
  readonly Service: { readonly spec: { readonly selector: Readonly<Record<string, string>> } };
  readonly ConfigMap: { readonly data: Readonly<Record<string, string>> };
  readonly Deployment: {
    readonly spec: {
      readonly selector: Selector;
      readonly template: {
        readonly metadata: { readonly labels: Readonly<Record<string, string>> };
        readonly spec: { readonly containers: readonly Container[] };
      };
    };
  };
  readonly NetworkPolicy: {
    readonly spec: {
      readonly podSelector: Selector;
      readonly policyTypes: readonly ('Ingress' | 'Egress')[];
      readonly ingress?: readonly Rule[];
      readonly egress?: readonly Rule[];
    };
  };
};
type Named = { readonly kind: string; readonly metadata: { readonly name: string } };

/** All objects of a kind that `kubectl apply -k deploy/kubernetes` would make. */
export const objectsOf = <Kind extends keyof Objects>(kind: Kind): readonly (Objects[Kind] & Named)[] =>
  kustomized(base).filter((one) => one['kind'] === kind) as unknown as readonly (Objects[Kind] & Named)[];

type Kustomization = {
  readonly resources: readonly string[];
  readonly labels?: readonly { readonly pairs: Tree }[];
  readonly patches?: readonly { readonly target: { readonly kind: string }; readonly patch: string }[];
  readonly images?: readonly {
    readonly name: string;
    readonly newName: string;
    readonly newTag?: string;
    readonly digest?: string;
  }[];
};

/** As much of kustomize as the manifests use: resources, JSON patches by kind, labels with selectors, and images. */
function kustomized(folder: string): Tree[] {
  const file = readFileSync(join(folder, 'kustomization.yaml'), 'utf8');
  const { resources, labels = [], patches = [], images = [] } = parse(file) as Kustomization;
  const objects = resources.flatMap((name) =>
    name.endsWith('.yaml') ? documents(join(folder, name)) : kustomized(join(folder, name)),
  );
  for (const { target, patch } of patches) {
    // It reads a patch that begins with a bracket as JSON, and fails.
    if (!patch.startsWith('- ')) throw new Error(`kustomize cannot read this patch: ${patch}`);
    for (const one of objects.filter(({ kind }) => kind === target.kind))
      for (const step of parse(patch) as Step[]) apply(one, step);
  }
  for (const { pairs } of labels) for (const one of objects) label(one, pairs);
  for (const { name, newName, newTag, digest } of images)
    for (const container of objects.flatMap(containersOf))
      if (container['image'] === name)
        container['image'] = newName + (digest === undefined ? `:${newTag ?? 'latest'}` : `@${digest}`);
  return objects;
}

const documents = (path: string): Tree[] =>
  parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS() as Tree);

type Step = { readonly op: 'add' | 'replace'; readonly path: string; readonly value: Value };

function apply(object: Tree, { path, value }: Step): void {
  const keys = path.split('/').slice(1);
  const last = keys.pop() ?? '';
  let at: Value | undefined = object;
  for (const key of keys) at = (at as Tree | undefined)?.[key];
  if (at === undefined) throw new Error(`there is no ${path}`);
  (at as Tree)[last] = value;
}

/** Labels on the object, on its pods, and in what selects them. */
function label(object: Tree, pairs: Tree): void {
  const places = ['metadata/labels'];
  if (object['kind'] === 'Deployment')
    places.push('spec/selector/matchLabels', 'spec/template/metadata/labels');
  if (object['kind'] === 'Service') places.push('spec/selector');
  if (object['kind'] === 'PodDisruptionBudget') places.push('spec/selector/matchLabels');
  for (const place of places) {
    let at = object;
    for (const key of place.split('/')) at = (at[key] ??= {}) as Tree;
    Object.assign(at, pairs);
  }
}

const containersOf = (object: Tree): Tree[] =>
  object['kind'] === 'Deployment'
    ? ((object as unknown as Objects['Deployment']).spec.template.spec.containers as unknown as Tree[])
    : [];

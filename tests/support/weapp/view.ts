/** A node of the tree that Taro hands to WeChat's templates: `cn` children, `v` words, `cl` class, `sid` its id. */
export type ViewNode = {
  readonly cn?: readonly ViewNode[] | Readonly<Record<string, ViewNode>>;
  readonly v?: string;
  readonly cl?: string;
  readonly sid?: string;
  readonly uid?: string;
  readonly ariaLabel?: string;
};

const childrenOf = ({ cn }: ViewNode): readonly ViewNode[] =>
  cn === undefined ? [] : Array.isArray(cn) ? (cn as readonly ViewNode[]) : Object.values(cn);

export const nodesIn = (root: ViewNode): ViewNode[] => [root, ...childrenOf(root).flatMap(nodesIn)];

/** All words below a node, as one line. */
export const wordsIn = (root: ViewNode): string =>
  nodesIn(root)
    .flatMap(({ v }) => (v === undefined ? [] : [v]))
    .join(' ');

/** Applies a `setData` patch: keys are paths like `root.cn.[0].cn`. */
export function applyPatch(data: Record<string, unknown>, patch: Readonly<Record<string, unknown>>): void {
  for (const [path, value] of Object.entries(patch)) {
    const keys = path.replace(/\.?\[(\d+)\]/g, '.$1').split('.');
    const last = keys.pop() ?? '';
    let at = data;
    for (const key of keys) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    at[last] = value;
  }
}

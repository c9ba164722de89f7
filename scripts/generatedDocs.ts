import { format, resolveConfig } from 'prettier';
import { openApiDocument } from '../services/gateway/openapi/document';
import { errorsMarkdown } from '../services/gateway/pages/errors';
import {
  pickupTransitions,
  planTransitions,
  routeTransitions,
  stopTransitions,
} from '../services/delivery/domain/lifecycle';
import { claimTransitions } from '../services/orders/domain/claims/claimLifecycle';
import { transitions } from '../services/orders/domain/lifecycle';

type Transitions = Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>>;

/** A life, drawn from the table that decides it. A step that leads back to where it begins is drawn so. */
function diagram(table: Transitions): readonly string[] {
  const steps = Object.entries(table).flatMap(([action, { from, to }]) =>
    from.map((status) => ({ action, status, to: to === 'as it was' ? status : to })),
  );
  const reached = new Set(steps.filter(({ status, to }) => status !== to).map(({ to }) => to));
  const left = new Set(steps.filter(({ status, to }) => status !== to).map(({ status }) => status));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[...left].filter((status) => !reached.has(status)).map((status) => `  [*] --> ${status}`),
    ...steps.map(({ action, status, to }) => `  ${status} --> ${to}: ${action}`),
    ...[...reached].filter((status) => !left.has(status)).map((status) => `  ${status} --> [*]`),
    '```',
  ];
}

const generatedFrom = (file: string) => `Generated from \`${file}\` by \`npm run docs:generate\`.`;

const orderLifecycle = [
  ...['# The life of an order', '', generatedFrom('services/orders/domain/lifecycle.ts'), ''],
  ...diagram(transitions),
].join('\n');

const claimLifecycle = [
  ...['# The life of a claim', '', generatedFrom('services/orders/domain/claims/claimLifecycle.ts'), ''],
  ...diagram(claimTransitions),
].join('\n');

const deliveryLifecycles = [
  ...['# Lives in delivery', '', generatedFrom('services/delivery/domain/lifecycle.ts')],
  ...['', '## A plan', '', ...diagram(planTransitions)],
  ...['', '## A route', '', ...diagram(routeTransitions)],
  ...['', '## A stop', '', ...diagram(stopTransitions)],
  ...['', '## A pickup code', '', ...diagram(pickupTransitions)],
].join('\n');

/** The files of `folder` and what they hold, formatted as the house formats. */
export async function generatedDocs(folder: string): Promise<Record<string, string>> {
  const texts = {
    'openapi.json': JSON.stringify(openApiDocument()),
    'errors.md': errorsMarkdown,
    'order-lifecycle.md': orderLifecycle,
    'claim-lifecycle.md': claimLifecycle,
    'delivery-lifecycles.md': deliveryLifecycles,
  };
  const options = await resolveConfig(folder);
  const formatted = await Promise.all(
    Object.entries(texts).map(
      async ([name, text]) => [name, await format(text, { ...options, filepath: name })] as const,
    ),
  );
  return Object.fromEntries(formatted);
}

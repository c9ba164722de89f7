import { format, resolveConfig } from 'prettier';
import { openApiDocument } from '../services/gateway/openapi/document';
import { errorsMarkdown } from '../services/gateway/pages/errors';
import { transitions } from '../services/orders/domain/lifecycle';

/** The life of an order, drawn from the table that decides it. */
function orderLifecycle(): string {
  const arrows = Object.entries(transitions).flatMap(([action, { from, to }]) =>
    from.map((status) => `  ${status} --> ${to}: ${action}`),
  );
  const reached = new Set<string>(Object.values(transitions).map(({ to }) => to));
  const left = new Set<string>(Object.values(transitions).flatMap(({ from }) => from));
  const starts = [...left].filter((status) => !reached.has(status)).map((status) => `  [*] --> ${status}`);
  const ends = [...reached].filter((status) => !left.has(status)).map((status) => `  ${status} --> [*]`);
  return [
    '# The life of an order',
    '',
    'Generated from `services/orders/domain/lifecycle.ts` by `npm run docs:generate`.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...starts,
    ...arrows,
    ...ends,
    '```',
    '',
  ].join('\n');
}

/** The files of `folder` and what they hold, formatted as the house formats. */
export async function generatedDocs(folder: string): Promise<Record<string, string>> {
  const texts = {
    'openapi.json': JSON.stringify(openApiDocument()),
    'errors.md': errorsMarkdown,
    'order-lifecycle.md': orderLifecycle(),
  };
  const options = await resolveConfig(folder);
  const formatted = await Promise.all(
    Object.entries(texts).map(
      async ([name, text]) => [name, await format(text, { ...options, filepath: name })] as const,
    ),
  );
  return Object.fromEntries(formatted);
}

import { isProblem } from '@/client/apiProblem';
import { translateNow } from '@/i18n/texts';
import { formTexts } from './texts';

/** What is wrong, by the name of the field. */
export type Wrong<Draft> = { readonly [Name in keyof Draft]?: string | undefined };

const camel = (path: string) =>
  path
    .split('.')
    .map((part, at) => (at === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');

const pathsOf = (issues: unknown): string[] =>
  Array.isArray(issues)
    ? issues.flatMap((issue: unknown) =>
        typeof issue === 'object' && issue !== null && 'path' in issue && typeof issue.path === 'string'
          ? [issue.path]
          : [],
      )
    : [];

/** The fields that the server found fault with: `title.zh` is the field `titleZh`, `unitCost.amount` the field `unitCost`. */
export const refusedFields = <Draft extends object>(error: unknown, draft: Draft): Wrong<Draft> => {
  if (!isProblem(error, 'MALFORMED_REQUEST')) return {};
  const names = pathsOf(error.details['issues']).flatMap((path) =>
    Object.keys(draft).filter((name) => name !== '' && camel(path).startsWith(name)),
  );
  const words = translateNow(formTexts)('notAccepted');
  return Object.fromEntries(names.map((name) => [name, words])) as Wrong<Draft>;
};

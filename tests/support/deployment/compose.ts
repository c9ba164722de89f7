import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const text = readFileSync(resolve(__dirname, '../../../deploy/compose.yaml'), 'utf8');

export type ComposeService = {
  readonly image: string;
  readonly command?: string | readonly string[];
  readonly user?: string;
  readonly ports?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks: readonly string[] | Readonly<Record<string, { readonly ipv4_address?: string }>>;
  readonly environment: Readonly<Record<string, string>>;
};
type Compose = {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
};

/** As docker compose reads it: anchors merged, variables not yet put in. */
export const compose = parse(text, { merge: true }) as Compose;

export type Variable = { readonly name: string; readonly required: boolean };

/** The variables of `.env` that it asks for. */
export const variables: readonly Variable[] = [...text.matchAll(/(?<!\$)\$\{(\w+)(?::([?-])[^}]*)?\}/g)].map(
  ([, name = '', how]) => ({ name, required: how === '?' }),
);

/** Puts variables in, as `docker compose` does. @throws where one is required and missing or empty. */
export const withVariables = (value: string, given: Readonly<Record<string, string>>): string =>
  value.replace(/(?<!\$)\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, how: string, rest: string) => {
    const found = given[name] ?? '';
    if (found === '' && how === '?') throw new Error(rest);
    return found === '' && how === '-' ? rest : found;
  });

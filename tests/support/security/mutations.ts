import { type Endpoint } from '../../../shared/contracts/endpoint';
import { pathOf } from '../../../shared/kit/client/httpTransport';
import { membersOf, type Sample } from './sample';
import { honest, type Raw } from './send';

/** A broken request. `hopeless`: no reading of the contract can accept it, so it must be refused and change nothing. */
export type Mutation = { readonly name: string; readonly hopeless: boolean; readonly request: Raw };

const json = 'application/json';
const deep = `${'['.repeat(3_000)}${']'.repeat(3_000)}`;

/** Bodies that are wrong as a whole, as they go over the wire. */
const wholeBodies: readonly (readonly [name: string, text: string])[] = [
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"text"'],
  ['a number', '42'],
  ['half of it', '{"a":'],
  ['nothing but a brace', '}'],
  ['an unknown member', '{"unknown":1}'],
  ['an operator', '{"$where":"sleep(1000)"}'],
  ['a prototype', '{"__proto__":{"isAdmin":true}}'],
  ['a constructor', '{"constructor":{"prototype":{"isAdmin":true}}}'],
  ['lists in lists', deep],
  ['more than any may have', `{"unknown":"${'x'.repeat(300_000)}"}`],
  ['bytes that are no text', '\u0000\u0001\ud800'],
];

/** Values that stand where something else belongs. None is an object that a contract knows, or a list it could read. */
const operators: readonly unknown[] = [{ $gt: '' }, { $ne: null }, { $regex: '.*' }];
const odd: readonly unknown[] = [
  null,
  '',
  'x'.repeat(5_000),
  '\u0000',
  '=cmd()',
  true,
  -1,
  0,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  [],
  [[]],
  Array.from({ length: 2_000 }, () => 1),
  {},
  { toString: 1 },
];
const oddTexts = ['', 'x'.repeat(3_000), '-1', '1e999', '%00', 'null', '[object Object]', '../../etc', '$gt'];

/** Every way of getting one operation wrong. */
export function mutationsOf(endpoint: Endpoint, sample: Sample, token?: string): Mutation[] {
  const base = honest(endpoint, sample, token);
  return [
    ...paramMutations(endpoint, sample, base),
    ...queryMutations(endpoint, sample, base),
    ...(endpoint.method === 'get' || endpoint.upload ? [] : bodyMutations(endpoint, sample, base)),
    ...(endpoint.upload ? uploadMutations(base) : []),
  ];
}

function bodyMutations(endpoint: Endpoint, sample: Sample, base: Raw): Mutation[] {
  const text = typeof base.body === 'string' ? base.body : '{"unknown":1}';
  const wholes = wholeBodies.map(([name, body]): Mutation => ({
    name: `body: ${name}`,
    hopeless: true,
    request: { ...base, body, contentType: json },
  }));
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'multipart/form-data',
  ].map((contentType): Mutation => ({
    name: `body as ${contentType}`,
    hopeless: true,
    request: { ...base, body: text, contentType },
  }));
  return [...wholes, ...types, ...memberMutations(endpoint, sample, base)];
}

function memberMutations({ body: schema }: Endpoint, { body }: Sample, base: Raw): Mutation[] {
  if (!schema || typeof body !== 'object' || body === null) return [];
  const withMember = (member: string, value: unknown, hopeless: boolean): Mutation => ({
    name: `${member} = ${JSON.stringify(value).slice(0, 40)}`,
    hopeless,
    request: { ...base, body: JSON.stringify({ ...body, [member]: value }), contentType: json },
  });
  return [
    withMember('unknownMember', 1, true),
    withMember('$set', { roles: ['operator'] }, true),
    ...membersOf(schema).flatMap((member) => [
      ...operators.map((value) => withMember(member, value, true)),
      ...odd.map((value) => withMember(member, value, false)),
    ]),
  ];
}

function queryMutations(endpoint: Endpoint, { params, query }: Sample, base: Raw): Mutation[] {
  const at = (text: string): Raw => {
    const path = pathOf(endpoint, { params, query });
    return { ...base, path: `${path}${path.includes('?') ? '&' : '?'}${text}` };
  };
  const hopeless = (text: string): Mutation => ({ name: `?${text}`, hopeless: true, request: at(text) });
  const names = endpoint.query ? membersOf(endpoint.query) : [];
  return [
    hopeless('unknown=1'),
    hopeless('__proto__[a]=1'),
    hopeless('$where=1'),
    ...names.flatMap((name) => [
      hopeless(`${name}[$gt]=`),
      hopeless(`${name}=1&${name}=2`),
      ...oddTexts.map((text): Mutation => ({
        name: `?${name}=${text.slice(0, 20)}`,
        hopeless: false,
        request: { ...base, path: pathOf(endpoint, { params, query: { ...query, [name]: text } }) },
      })),
    ]),
  ];
}

function paramMutations(endpoint: Endpoint, { params, query }: Sample, base: Raw): Mutation[] {
  return Object.keys(params).flatMap((name) => [
    ...['x'.repeat(300), '$gt', '{"$gt":""}', '../../x', 'null', 'ord_', '\u0000'].map((text): Mutation => ({
      name: `:${name} = ${text.slice(0, 20)}`,
      hopeless: true,
      request: { ...base, path: pathOf(endpoint, { params: { ...params, [name]: text }, query }) },
    })),
    {
      name: `:${name} = a broken escape`,
      hopeless: true,
      request: { ...base, path: base.path.replace(encodeURIComponent(params[name] ?? ''), '%E0%A4%A') },
    },
  ]);
}

function uploadMutations(base: Raw): Mutation[] {
  const form = (field: string, bytes: Uint8Array<ArrayBuffer>, type: string): FormData => {
    const made = new FormData();
    made.set(field, new Blob([bytes], { type }), '../../etc/passwd');
    return made;
  };
  const variants: [string, FormData | string][] = [
    ['another field', form('picture', new Uint8Array(10), 'image/png')],
    ['no bytes', form('file', new Uint8Array(0), 'image/png')],
    ['a script', form('file', new TextEncoder().encode('<svg onload="x()"/>'), 'image/svg+xml')],
    ['noise', form('file', new Uint8Array(5_000).fill(255), 'image/jpeg')],
    ['too much', form('file', new Uint8Array(11 * 1024 * 1024), 'image/jpeg')],
  ];
  return variants.map(([name, body]) => ({
    name: `upload: ${name}`,
    hopeless: true,
    request: { ...base, body },
  }));
}

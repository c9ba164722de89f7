import { invalid } from '../failures';

type Field = string | Fields;
type Fields = { [name: string]: Field };

const MAX_PAIRS = 1000;
const MAX_DEPTH = 6;

/**
 * Reads `a[b][0]=c` as Stripe does: nested objects, with arrays where the names are `0, 1, 2 …` or empty.
 * @throws StripeFailure for what cannot be decoded, is too deep, or is both a value and an object
 */
export function parseForm(form: string): unknown {
  const root = emptyFields();
  const pairs = form === '' ? [] : form.split('&');
  if (pairs.length > MAX_PAIRS) throw invalid(`Too many parameters: at most ${MAX_PAIRS} are read.`);
  for (const pair of pairs) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const name = decode(cut < 0 ? pair : pair.slice(0, cut));
    place(root, name, cut < 0 ? '' : decode(pair.slice(cut + 1)));
  }
  return withArrays(root);
}

/** Without a prototype, so that a field called `__proto__` is only a field. */
const emptyFields = (): Fields => Object.create(null) as Fields;

function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    throw invalid('The request is not properly URL-encoded.');
  }
}

function place(root: Fields, name: string, value: string) {
  const open = name.indexOf('[');
  const path =
    open < 0
      ? [name]
      : [
          name.slice(0, open),
          ...name
            .slice(open + 1)
            .replace(/\]$/, '')
            .split(']['),
        ];
  if (path.length > MAX_DEPTH) throw invalid(`Parameter ${name} is nested too deeply.`, { param: name });
  let holder = root;
  path.forEach((step, depth) => {
    const key = step === '' && depth > 0 ? String(Object.keys(holder).length) : step;
    if (depth === path.length - 1) {
      if (typeof holder[key] === 'object')
        throw invalid(`Parameter ${name} is given twice.`, { param: name });
      holder[key] = value;
      return;
    }
    const next = (holder[key] ??= emptyFields());
    if (typeof next === 'string') throw invalid(`Parameter ${name} is given twice.`, { param: name });
    holder = next;
  });
}

function withArrays(field: Field): unknown {
  if (typeof field === 'string') return field;
  const names = Object.keys(field);
  const isArray = names.length > 0 && names.every((name, at) => name === String(at));
  if (isArray) return names.map((name) => withArrays(field[name] ?? ''));
  const object: Record<string, unknown> = {};
  for (const name of names)
    Object.defineProperty(object, name, {
      value: withArrays(field[name] ?? ''),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return object;
}

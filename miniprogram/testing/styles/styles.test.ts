import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadedBy } from './modules';
import { rulesOf } from './rules';

/**
 * Whatever is open, was open or opens later: a page looks the same. On H5, styles of pages stay once they were loaded, and those that two
 * pages share may be loaded once more: a rule that wins only by coming later wins on some days and loses on others.
 */
const root = path.join(__dirname, '..', '..');
const all = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !/(^|\/)(dist|node_modules)\//.test(file));
const entries = all.filter((file) => /^(pages|leader|courier|operator)\/[\w-]+\/index\.tsx$/.test(file));
/** Loaded once and before any page. */
const app = 'design/styles/app.scss';
/** On paper the design is overruled on purpose; only the desk's lists load it, and nothing overrules it again. */
const paper = 'platform/print.scss';
const own = all.filter((file) => file.endsWith('.scss') && !file.startsWith('design/') && file !== paper);
const rules = [app, ...own].flatMap((file) => rulesOf(root, file));

/** The file that a class belongs to: where a rule styles it by nothing but its own classes. */
const owners = new Map<string, Set<string>>();
for (const { file, subject, classes } of rules)
  if (subject.length > 0 && subject.length === classes.length)
    for (const name of subject.slice(-1)) owners.set(name, (owners.get(name) ?? new Set()).add(file));
const ownerOf = (name: string) => [...(owners.get(name) ?? [])][0];

test('the app loads every file of the design', () => {
  const listed = readFileSync(path.join(root, app), 'utf8');
  const designs = all.filter((file) => /^design\/.*\.scss$/.test(file) && file !== app);
  const nameOf = (file: string) => path.basename(file, '.scss').replace(/^_/, '');
  expect(designs.filter((file) => !new RegExp(`['/]${nameOf(file)}';`).test(listed))).toEqual([]);
});

test('no page loads a file of the design', () => {
  const loaders = entries.filter((file) =>
    [...loadedBy(root, file).styles].some((style) => style.startsWith('design/')),
  );
  expect(loaders).toEqual([]);
});

test('no two files style the same class', () => {
  const shared = [...owners].filter(([, files]) => files.size > 1);
  expect(shared.map(([name, files]) => `${name}: ${[...files].join(', ')}`)).toEqual([]);
});

test('who overrules a class of another file is stronger, not later', () => {
  const weak = rules.flatMap(({ file, selector, subject, strength, properties }) =>
    subject
      .filter((name) => ownerOf(name) !== undefined && ownerOf(name) !== file)
      .filter((name) => file === app || ownerOf(name) !== app)
      .flatMap((name) =>
        rules.filter(
          (other) =>
            other.file === ownerOf(name) &&
            other.subject.includes(name) &&
            other.strength >= strength &&
            other.properties.some((property) => properties.includes(property)),
        ),
      )
      .map((other) => `${file} ${selector} is not stronger than ${other.file} ${other.selector}`),
  );
  expect(weak).toEqual([]);
});

test('pieces that several features show take no class of theirs', () => {
  const open = all.filter(
    (file) =>
      /^blocks\/.*\.tsx$/.test(file) && /\bclassName\??:/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(open).toEqual([]);
});

/** An element's id may sound like a class. */
const withoutIds = (source: string) => source.replace(/\bid[=:]\s*\{?["'`][^"'`]*["'`]/g, '');

test.each(entries)('%s brings the styles of every class it uses', (entry) => {
  const { styles, sources } = loadedBy(root, entry);
  const missing = [...sources].flatMap(([file, source]) =>
    [...withoutIds(source).matchAll(/(?<![\w/-])[a-z][a-z-]*(?:__[a-z-]+)?(?:--[a-z_-]+)?(?![\w/-])/g)]
      .map(([name]) => ({ name, owner: ownerOf(name) }))
      .filter(
        ({ name, owner }) => /[-_]/.test(name) && owner !== undefined && owner !== app && !styles.has(owner),
      )
      .map(({ name, owner }) => `${file} uses ${name} of ${owner ?? ''}`),
  );
  expect(missing).toEqual([]);
});

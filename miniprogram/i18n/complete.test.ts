import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Texts } from './texts';

const root = path.join(__dirname, '..');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /(^|[\\/])\w*[tT]exts\.ts$/.test(file) && !/^(dist|node_modules|i18n)/.test(file),
);
const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
const parameters = (text: string) =>
  [...new Set([...text.matchAll(/\{([^{}|]+)/g)].map(([, name]) => name))].sort();

const all = files.flatMap((file) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the files are found at run time
  const exported = require(path.join(root, file)) as Record<string, unknown>;
  return Object.entries(exported)
    .filter(([, value]) => isTexts(value))
    .map(([name, value]) => ({ name: `${file} ${name}`, texts: value as Texts }));
});

test('there are texts', () => {
  expect(all.length).toBeGreaterThan(0);
});

test.each(all)('$name is complete in both languages', ({ texts: { zh, en } }) => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const [key, text] of Object.entries(zh)) {
    expect([key, text.trim(), en[key]?.trim()]).not.toContain('');
    expect([key, ...parameters(en[key] ?? '')]).toEqual([key, ...parameters(text)]);
  }
});

test.each(all)('$name shows no Chinese in English', ({ texts: { en } }) => {
  for (const text of Object.values(en)) expect(text).not.toMatch(/[\u4e00-\u9fff]/);
});

import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintOf } from './fingerprint';

const folder = mkdtempSync(join(tmpdir(), 'lintuan-fingerprint-'));
const page = join(folder, 'pages', 'home.tsx');
mkdirSync(join(folder, 'pages'));
mkdirSync(join(folder, 'dist'));
writeFileSync(page, 'home');
const before = fingerprintOf([folder]);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('stays as it is when files are only written again, as a fresh clone does', () => {
  writeFileSync(page, 'home');
  utimesSync(page, new Date(0), new Date(0));
  expect(fingerprintOf([folder])).toBe(before);
});

test('leaves out what is made, and tests', () => {
  writeFileSync(join(folder, 'dist', 'app.js'), 'made');
  writeFileSync(join(folder, 'pages', 'home.test.tsx'), 'a test');
  expect(fingerprintOf([folder])).toBe(before);
});

test('changes with a content and with a name', () => {
  writeFileSync(page, 'HOME');
  const changed = fingerprintOf([folder]);
  expect(changed).not.toBe(before);
  renameSync(page, join(folder, 'pages', 'start.tsx'));
  expect(fingerprintOf([folder])).not.toBe(changed);
});

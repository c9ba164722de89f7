import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOnPath } from './testTools';

const folder = mkdtempSync(join(tmpdir(), 'lintuan-path-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('finds the first of the names that can be run', () => {
  const [program, notRunnable] = [join(folder, 'chromium-browser'), join(folder, 'chromium')];
  writeFileSync(program, '');
  chmodSync(program, 0o755);
  writeFileSync(notRunnable, '', { mode: 0o644 });
  expect(findOnPath(['chromium', 'chromium-browser'], `/none:${folder}`)).toBe(program);
  expect(findOnPath(['redis-server'], folder)).toBeUndefined();
});

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { anElf } from '../../../tests/support/elf';
import { readElf } from './elf';
import { mendedBinding } from './mendedBinding';

const home = mkdtempSync(join(tmpdir(), 'lintuan-mend-'));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

test('two processes at once publish one whole copy, and no draft stays behind', async () => {
  const cache = join(home, 'cache');
  const program = `
    const { mendedBinding } = require(${JSON.stringify(join(__dirname, 'mendedBinding.ts'))});
    console.log(mendedBinding({ folder: ${JSON.stringify(aPackage())}, version: '1.0.0' }, [${JSON.stringify(cache)}]));`;
  const run = () => promisify(execFile)(process.execPath, ['--import', 'tsx', '--eval', program]);
  const [one, other] = await Promise.all([run(), run()]);

  expect(one.stdout).toBe(other.stdout);
  const [symbol] = readElf(readFileSync(one.stdout.trim())).symbols;
  expect(symbol?.name).toBe('strtol');
  expect(readdirSync(cache)).toHaveLength(1);
});

test('other content gets a folder of its own, and an unusable cache folder is passed over', () => {
  const file = join(home, 'not-a-folder');
  writeFileSync(file, '');
  const cache = [join(file, 'cache'), join(home, 'second')];
  const first = mendedBinding({ folder: aPackage(), version: '1.0.0' }, cache);
  const second = mendedBinding({ folder: aPackage(), version: '1.0.1' }, cache);
  expect(basename(first)).toBe(basename(second));
  expect(readdirSync(join(home, 'second'))).toHaveLength(2);
  expect(() => mendedBinding({ folder: aPackage(), version: '1.0.0' }, [join(file, 'cache')])).toThrow(
    /written/,
  );
});

/** A package whose binding asks for one symbol that is too new. */
function aPackage(): string {
  const folder = mkdtempSync(join(home, 'package-'));
  const needs = ['GLIBC_2.2.5', 'GLIBC_2.38'];
  const symbols: [string, string][] = [['__isoc23_strtol', 'GLIBC_2.38']];
  writeFileSync(join(folder, 'engine.node'), anElf({ machine: 62, needs, symbols }));
  return folder;
}

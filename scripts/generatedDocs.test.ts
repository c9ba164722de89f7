import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFolder } from './generatedDocs';
import { spawnSync } from 'node:child_process';

test('the committed documents are what the code says now: otherwise run npm run docs:generate', () => {
  const script = `import('./scripts/generatedDocs.ts').then((m) => m.generatedDocs()).then((d) => console.log(JSON.stringify(d)))`;
  // prettier loads its parsers as ES modules, which jest's own module system cannot.
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--eval', script], {
    cwd: join(generatedFolder, '../..'),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(stderr).toBe('');
  for (const [name, text] of Object.entries(JSON.parse(stdout) as Record<string, string>))
    expect(readFileSync(join(generatedFolder, name), 'utf8') === text ? 'up to date' : `${name} is old`).toBe(
      'up to date',
    );
});

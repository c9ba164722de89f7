import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

test('the committed documents are what the code says now', () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', resolve(__dirname, 'generateDocs.ts'), '--check'],
    { encoding: 'utf8' },
  );
  expect([stdout, status]).toEqual(['', 0]);
});

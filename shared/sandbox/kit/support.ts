import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For tests: waits until it holds, or fails after five seconds. */
export async function until(holds: () => boolean | Promise<boolean>) {
  const end = performance.now() + 5000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('It did not come true within five seconds');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** For tests: a folder that is gone afterwards. */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'lintuan-sandbox-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

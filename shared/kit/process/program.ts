import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const fromSource = __filename.endsWith('.ts');

/**
 * A program of ours, to be run as a process of its own: from its source while we run from ours, otherwise compiled.
 * @param name file without its ending
 */
export const program = (
  folder: string,
  name: string,
): { readonly path: string; readonly execArgv: readonly string[] } => ({
  path: join(folder, `${name}${fromSource ? '.ts' : '.js'}`),
  execArgv: fromSource ? ['--import', pathToFileURL(require.resolve('tsx')).href] : [],
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildServices } from '../../scripts/buildServices';
import { type Programs } from './process';

const root = resolve(__dirname, '../..');

export type Compiled = {
  /** The compiled programs, on this Node. */
  on(node: string): Programs;
  remove(): void;
};

/**
 * The services as `npm run build` makes them, in a folder outside of the source and with no package but those that the product says
 * it needs: as in the image, there is nothing that could compile.
 */
export async function compileServices(): Promise<Compiled> {
  const folder = mkdtempSync(join(tmpdir(), 'lintuan-build-'));
  await buildServices(folder);
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'optionalDependencies', Record<string, string>>;
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
  return {
    on: (node) => ({ folder, command: [node, '--enable-source-maps'], ending: '.js' }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { build } from 'esbuild';
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const site = 'miniprogram/dist/h5';

export type Build = {
  /** How many files were compiled. */
  readonly files: number;
  /** Whether the app is there, too. */
  readonly app: boolean;
};

/**
 * Compiles `services/` and `shared/` file by file into `folder`, laid out as the source is. Packages stay where they are: `folder`, or
 * one above it, must have `node_modules`. Types are not looked at: `npm run check` does.
 * @param folder is made anew
 */
export async function buildServices(folder: string): Promise<Build> {
  rmSync(folder, { recursive: true, force: true });
  const all = ['services', 'shared'].flatMap((name) => filesUnder(join(root, name)));
  const programs = all.filter((path) => path.endsWith('.ts') && !/\.(test|contract)\.ts$/.test(path));
  await build({
    entryPoints: programs,
    outbase: root,
    outdir: folder,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Stack traces name the source: `node --enable-source-maps`.
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
  for (const path of all.filter((one) => !['.ts', '.md'].includes(extname(one))))
    cpSync(path, join(folder, relative(root, path)));
  const app = existsSync(join(root, site));
  if (app) cpSync(join(root, site), join(folder, site), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  return { files: programs.length, app };
}

/** Without a name: it is no package, but says how its files find each other. */
const manifest = { private: true, type: 'commonjs', imports: { '#shared/*': './shared/*.js' } };

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program or font that some tests need, and that `npm ci` does not bring. */
export type TestTool = {
  name: 'redis-server' | 'chromium' | 'fonts' | 'current-node';
  /** What is left out without it, in words for the person who runs the tests. */
  serves: string;
  from: { readonly debianPackage: string } | { readonly npmFolder: string };
  isThere: () => boolean;
};

const NODE_FOLDER = join(__dirname, '../tests/support/currentNode');
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const testTools: readonly TestTool[] = [
  {
    name: 'redis-server',
    serves: 'tests of the Redis bus and of services in separate processes',
    from: { debianPackage: 'redis-server' },
    isThere: () => findOnPath(['redis-server']) !== undefined,
  },
  {
    name: 'chromium',
    serves: 'tests in a browser',
    from: { debianPackage: 'chromium' },
    isThere: () => findChromium() !== undefined,
  },
  {
    name: 'fonts',
    serves: 'Chinese text in browser tests',
    from: { debianPackage: 'fonts-noto-cjk' },
    isThere: hasChineseFont,
  },
  {
    name: 'current-node',
    serves: 'the compiled build on the current LTS of Node',
    from: { npmFolder: NODE_FOLDER },
    isThere: () => findCurrentNode() !== undefined,
  },
];

/**
 * The current LTS of Node, which npm brings where there is a package of it. It is no package of the project itself: all its scripts
 * would then run on that Node instead of the one that they were started with.
 */
export function findCurrentNode(): string | undefined {
  const names = ['node', 'node-bin'].map((name) => `${name}-${process.platform}-${process.arch}`);
  return names
    .map((name) => join(NODE_FOLDER, 'node_modules', name, 'bin/node'))
    .find((path) => existsSync(path));
}

/** Path of the browser to test with: CHROMIUM_PATH, or the first of the usual names on the PATH. */
export function findChromium(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  return given && existsSync(given) ? given : findOnPath(CHROMIUM_NAMES);
}

/** Full path of the first of `names` that can be run. */
export function findOnPath(names: readonly string[], path = process.env['PATH'] ?? ''): string | undefined {
  const candidates = names.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name)));
  return candidates.find((candidate) => {
    try {
      accessSync(candidate, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installs what it can: Debian's packages where this is Debian and we may, npm's everywhere. */
export function install(tools: readonly TestTool[]): void {
  const sources = tools.map((tool) => tool.from);
  for (const source of sources) if ('npmFolder' in source) installFromNpm(source.npmFolder);
  const packages = sources.flatMap((source) => ('debianPackage' in source ? [source.debianPackage] : []));
  if (packages.length > 0) installOnDebian(packages);
}

/** How a person gets the tool. */
export const howToGet = ({ from }: TestTool): string =>
  'npmFolder' in from
    ? `npm ci --prefix ${from.npmFolder}`
    : `on Debian: apt-get install ${from.debianPackage}`;

function installFromNpm(folder: string): void {
  spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit' });
}

function installOnDebian(packages: readonly string[]): void {
  const aptGet = findOnPath(['apt-get']);
  if (process.getuid?.() !== 0 || !aptGet || !existsSync('/etc/debian_version')) return;
  // RUNLEVEL=1: the packages' own services are not wanted, only their programs.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const run = (...args: string[]) => spawnSync(aptGet, args, { env, stdio: 'inherit' }).status === 0;
  if (run('update', '-qq')) run('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true; // macOS brings its own
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

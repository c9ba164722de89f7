import { createReadStream } from 'node:fs';
import { appendFile, mkdir, open, readdir, rename, rm, truncate, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** One change: the kind of row and the row as it is from now on. */
export type Change = readonly [kind: string, row: unknown];

export type Journal = {
  /** Resolves when the changes are in the operating system's hands: they then survive a kill of this process. */
  append: (changes: readonly Change[]) => Promise<void>;
  close: () => Promise<void>;
};

type Options = {
  folder: string;
  /** Called once per change found on disk, in the order they were made. */
  replay: (change: Change) => void;
  /** Everything worth keeping, for compaction. Rows must not be changed in place. */
  snapshot: () => Iterable<Change>;
  /** Compaction begins when the log since the last snapshot is larger than this and than twice that snapshot (bytes). */
  compactAfter?: number;
};

/** The journal could not be written: from here on nothing may be acknowledged. */
export class JournalFailed extends Error {
  override name = 'JournalFailed';
}

const logName = (number: number) => `log-${String(number).padStart(8, '0')}.jsonl`;
const snapshotName = (number: number) => `snapshot-${String(number).padStart(8, '0')}.jsonl`;
const numberOf = (file: string) => Number(/-(\d+)\.jsonl$/.exec(file)?.[1]);

/**
 * An append-only log of changes with snapshots. A line holds all changes of one request, so a request is remembered
 * whole or not at all; a torn last line is one that was never acknowledged and is cut off. Lines written while
 * another write is under way go out together.
 */
export async function openJournal({
  folder,
  replay,
  snapshot,
  compactAfter = 64 * 1024 * 1024,
}: Options): Promise<Journal> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = await readdir(folder);
  const snapshots = files.filter((file) => /^snapshot-\d+\.jsonl$/.test(file)).sort();
  const latest = snapshots.at(-1);
  const from = latest ? numberOf(latest) : 0;
  const logs = files.filter((file) => /^log-\d+\.jsonl$/.test(file) && numberOf(file) > from).sort();
  let snapshotBytes = latest ? await read(join(folder, latest), replay) : 0;
  for (const log of logs) await read(join(folder, log), replay);

  let number = Math.max(from, ...logs.map(numberOf)) + (logs.length === 0 ? 1 : 0);
  let file = await open(join(folder, logName(number)), 'a', 0o600);
  let size = (await file.stat()).size;
  let waiting: { line: string; done: () => void; failed: (error: Error) => void }[] = [];
  let writing: Promise<void> | null = null;
  let compacting: Promise<void> | null = null;
  let failure: JournalFailed | null = null;

  async function writeAll() {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const text = Buffer.from(batch.map(({ line }) => line).join(''));
        await file.appendFile(text);
        size += text.length;
        for (const { done } of batch) done();
        if (!compacting && size > Math.max(compactAfter, 2 * snapshotBytes)) await beginCompaction();
      } catch (error) {
        failure = new JournalFailed(`The sandbox cannot write its journal in ${folder}`, { cause: error });
        for (const { failed } of [...batch, ...waiting]) failed(failure);
        waiting = [];
      }
    }
    writing = null;
  }

  /** New changes go to the next log at once; what was before it is written as a snapshot meanwhile. */
  async function beginCompaction() {
    const covered = number;
    const rows = snapshot();
    const full = file;
    number += 1;
    file = await open(join(folder, logName(number)), 'a', 0o600);
    size = 0;
    await full.close();
    compacting = writeSnapshot(folder, covered, rows)
      .then((bytes) => {
        snapshotBytes = bytes;
      })
      .catch(() => undefined) // the logs are still complete without it; the next one tries again
      .finally(() => {
        compacting = null;
      });
  }

  return {
    append: (changes) => {
      if (failure) return Promise.reject(failure);
      return new Promise((done, failed) => {
        waiting.push({ line: `${JSON.stringify(changes)}\n`, done, failed });
        writing ??= Promise.resolve().then(writeAll);
      });
    },
    close: async () => {
      await writing;
      await compacting;
      await file.sync().catch(() => undefined);
      await file.close();
    },
  };
}

/** Replays the whole lines of a file, cuts off a torn last one, and returns the bytes that count. */
async function read(path: string, replay: (change: Change) => void): Promise<number> {
  let good = 0;
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  for await (const line of lines) {
    const changes = parse(line);
    if (!changes) break;
    for (const change of changes) replay(change);
    good += Buffer.byteLength(line) + 1;
  }
  const file = await open(path, 'r');
  const { size } = await file.stat();
  await file.close();
  if (size > good) await truncate(path, good);
  else if (size < good) await appendFile(path, '\n'); // the last line is whole but for its line end
  return good;
}

function parse(line: string): readonly Change[] | null {
  try {
    return JSON.parse(line) as readonly Change[];
  } catch {
    return null;
  }
}

async function writeSnapshot(folder: string, covered: number, rows: Iterable<Change>): Promise<number> {
  const path = join(folder, snapshotName(covered));
  const file = await open(`${path}.tmp`, 'w', 0o600);
  const bytes = await writeRows(file, rows);
  await file.sync();
  await file.close();
  await rename(`${path}.tmp`, path);
  for (const name of await readdir(folder)) {
    const old =
      name.endsWith('.tmp') ||
      (name.startsWith('log-') ? numberOf(name) <= covered : numberOf(name) < covered);
    if (old) await rm(join(folder, name), { force: true });
  }
  return bytes;
}

async function writeRows(file: FileHandle, rows: Iterable<Change>): Promise<number> {
  let bytes = 0;
  let chunk: string[] = [];
  const flush = async () => {
    const text = Buffer.from(chunk.join(''));
    chunk = [];
    bytes += text.length;
    await file.appendFile(text);
  };
  for (const row of rows) {
    chunk.push(`${JSON.stringify([row])}\n`);
    if (chunk.length === 200) await flush();
  }
  await flush();
  return bytes;
}

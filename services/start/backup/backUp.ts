import { constants } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type Log } from '#shared/kit/log/log';
import { startEmbeddedEngine } from '#shared/kit/mongo/embeddedEngine';
import { runningSocket } from '#shared/kit/mongo/engineOwner';
import { whileStill } from '#shared/kit/mongo/stillness';
import { earlierPrefix } from '../dataDir';
import { type Manifest, pack } from './archive';

/** What one start leaves for itself and another must not find. */
const ownOfAStart = new Set(['lintuan-owner.json', 'WiredTiger.lock', 'mongod.lock', '_tmp']);
/** Of these only new files appear, and never change: they are copied while the database goes on. */
const pictureFolders = ['pictures', 'delivery-photos'];

type Options = {
  readonly dataDir: string;
  /** The backup: one file. */
  readonly file: string;
  readonly madeAt: Date;
  readonly log: Log;
};

/**
 * Backs up the data folder of an all-in-one start, whether it runs or not. The databases, the stand-in's books and the secrets are
 * those of one moment, in which the database stands still; pictures follow, so that every picture which the databases know is there.
 *
 * After a crash: a hold ends with the process that holds, and an unfinished file is never named like a finished one.
 */
export async function backUp({ dataDir, file, madeAt, log }: Options): Promise<Manifest> {
  const engine =
    runningSocket(join(dataDir, 'db')) === undefined
      ? await startEmbeddedEngine({ dataDir: join(dataDir, 'db'), log })
      : undefined;
  const folder = await mkdtemp(join(dirname(file), '.lintuan-backup-'));
  try {
    await whileStill(join(dataDir, 'db'), () =>
      copy(dataDir, folder, (name) => !pictureFolders.includes(name)),
    );
    await copy(dataDir, folder, (name) => pictureFolders.includes(name));
    return await pack(folder, file, madeAt);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await engine?.close();
  }
}

const copy = (dataDir: string, folder: string, wanted: (topName: string) => boolean) =>
  cp(dataDir, join(folder, 'data'), {
    recursive: true,
    mode: constants.COPYFILE_FICLONE, // at once, where the disk can share blocks
    filter: (path) => {
      const [topName = ''] = relative(dataDir, path).split(sep);
      const isWanted =
        topName === '' || (!topName.startsWith('.') && !topName.startsWith(earlierPrefix) && wanted(topName));
      return isWanted && !ownOfAStart.has(basename(path));
    },
  });

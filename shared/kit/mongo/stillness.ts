import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { runningSocket } from './engineOwner';

/** Nobody may keep the engine from writing for longer. */
const LONGEST_HOLD_MS = 60_000;

const besideOf = (engineSocket: string) => join(dirname(engineSocket), 'still.sock');

/** The engine does not run, or was not held still until the end: what was read meanwhile is no picture of one moment. */
export class NotHeldStill extends Error {
  override readonly name = 'NotHeldStill';
}

/**
 * Lets processes of the same user hold the engine still. From the moment in which one reads `still`, nothing is written and the data
 * files are one moment's; it says `done` and reads `kept` when that was so until then. A holder that dies hangs up; one that
 * takes too long is hung up on.
 * @param engineSocket the engine's own socket; the one for this is beside it
 */
export async function serveStillness(
  engineSocket: string,
  longestHoldMs = LONGEST_HOLD_MS,
): Promise<{ close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const holds = new Set<Promise<void>>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // it closes, which is all that matters
    const hold = holdStill(engineSocket, socket, longestHoldMs).catch(() => void socket.destroy());
    holds.add(hold);
    void hold.then(() => holds.delete(hold));
  });
  rmSync(besideOf(engineSocket), { force: true });
  server.listen(besideOf(engineSocket));
  await once(server, 'listening');
  return {
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await Promise.all(holds);
    },
  };
}

async function holdStill(engineSocket: string, socket: Socket, longestHoldMs: number): Promise<void> {
  const gone = once(socket, 'close');
  const done = once(createInterface({ input: socket }), 'line');
  // The driver is loaded when it is needed: engines start quicker without it.
  const { mongo } = await import('mongoose');
  const client = new mongo.MongoClient(`mongodb://${encodeURIComponent(engineSocket)}`, { maxPoolSize: 1 });
  const admin = client.db('admin');
  try {
    await admin.command({ fsync: 1, lock: true });
    const limit = setTimeout(() => socket.destroy(), longestHoldMs);
    try {
      socket.write('still\n');
      await Promise.race([gone, done]);
      if (!socket.destroyed) socket.end('kept\n');
    } finally {
      clearTimeout(limit);
      await admin.command({ fsyncUnlock: 1 });
    }
  } finally {
    await client.close();
  }
}

/**
 * Runs `work` while the engine on `dataDir` writes nothing.
 * @throws {NotHeldStill}
 */
export async function whileStill<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const engineSocket = runningSocket(dataDir);
  if (engineSocket === undefined) throw new NotHeldStill(`No database engine runs on ${dataDir}`);
  const socket = connect(besideOf(engineSocket));
  socket.on('error', () => undefined); // it closes, and its lines end
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const said = async (word: string) => {
    const { value } = (await lines.next()) as { value: string | undefined };
    if (value !== word)
      throw new NotHeldStill(
        'The database could not be held still until the end: try again at a quieter moment',
      );
  };
  try {
    await said('still');
    const result = await work();
    socket.write('done\n');
    await said('kept');
    return result;
  } finally {
    socket.destroy();
  }
}

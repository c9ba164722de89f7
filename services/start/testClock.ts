import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { type Clock, systemClock } from '#shared/kit/clock';

/** One number: by how many ms the clock is ahead of real time. */
const bytes = 8;
/** How soon it is noticed that the clock was moved. */
const lookEveryMs = 20;

/**
 * The clock of a start that tests use: real time, and ahead of it by what a file says. A test moves the time of the whole product
 * by writing to that file; however many programs read it, they agree at every moment.
 */
export function testClock(path: string): Clock {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(bytes);
  const ahead = () => {
    readSync(file, buffer, 0, bytes, 0);
    return buffer.readDoubleLE();
  };
  const listeners = new Set<() => void>();
  let known = ahead();
  setInterval(() => {
    const found = ahead();
    if (found === known) return;
    known = found;
    for (const listener of [...listeners]) listener();
  }, lookEveryMs).unref();
  return Object.assign(() => new Date(systemClock().getTime() + ahead()), {
    onMove(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  });
}

/** Sets all clocks that read the file `ms` ahead of real time. */
export function setTestClock(path: string, ms: number): void {
  const buffer = Buffer.alloc(bytes);
  buffer.writeDoubleLE(ms);
  const file = openSync(path, 'r+');
  writeSync(file, buffer, 0, bytes, 0);
  closeSync(file);
}

import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { type ServerResponse } from 'node:http';
import { type Clock, systemClock } from './clock';

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

/** The clock that a start follows: that of a test which gave it one, or real time. */
export const clockAt = (path: string | undefined): Clock =>
  path === undefined ? systemClock : testClock(path);

/** Lets a reply tell the time of a clock that is moved: apps learn it there, and Node would tell the real one. */
export function tellTime(now: Clock, response: ServerResponse): void {
  if (now.onMove) response.setHeader('Date', now().toUTCString());
}

/** Sets all clocks that read the file `ms` ahead of real time. */
export function setTestClock(path: string, ms: number): void {
  const buffer = Buffer.alloc(bytes);
  buffer.writeDoubleLE(ms);
  const file = openSync(path, 'r+');
  writeSync(file, buffer, 0, bytes, 0);
  closeSync(file);
}

/** Why the embedded engine is not there. Each message is one line that says what to do. */
const REMEDY = 'or set MONGODB_URI to a MongoDB server';

export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
  constructor(dataDir: string) {
    super(
      `The data folder ${dataDir} is in use by another running start: stop that one, choose another DATA_DIR, ${REMEDY}.`,
    );
  }
}

export class DataDirUnusable extends Error {
  override readonly name = 'DataDirUnusable';
  constructor(dataDir: string, detail: string) {
    super(
      `The data folder ${dataDir} cannot be used (${oneLine(detail)}): make it writable, choose another DATA_DIR, ${REMEDY}.`,
    );
  }
}

export class EngineCannotLoad extends Error {
  override readonly name = 'EngineCannotLoad';
  constructor(detail: string) {
    super(
      `The embedded MongoDB engine cannot run here (${process.platform} ${process.arch}: ${oneLine(detail)}): ` +
        'run on Linux x64, Linux arm64 or macOS arm64 with its optional package installed, ' +
        `${REMEDY}.`,
    );
  }
}

export class EngineDied extends Error {
  override readonly name = 'EngineDied';
  constructor(dataDir: string, detail: string) {
    super(
      `The embedded MongoDB engine on ${dataDir} stopped unexpectedly (${oneLine(detail)}): ` +
        `start again; if it keeps happening, move that folder away ${REMEDY}.`,
    );
  }
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, 300);
}

import { readElf } from './elf';

/**
 * The embedded engine is built against glibc 2.38 but uses only seven symbols that are new there: `fmod` and six
 * `__isoc23_*` twins of strtol, sscanf and the like. All have stood in every glibc since the first of the
 * architecture; they differ only in reading "0b" numerals and in how `fmod` sets errno, neither of which the engine
 * relies on. Pointing them at the old ones lets it load on Debian 12, Ubuntu 22.10 and their like.
 */
const TOO_NEW = 'GLIBC_2.38';
const NEW_TWIN = '__isoc23_';
/** The glibc version each architecture began with, by ELF machine number: x86-64 and aarch64. */
const FIRST_VERSION: ReadonlyMap<number, string> = new Map([
  [62, 'GLIBC_2.2.5'],
  [183, 'GLIBC_2.17'],
]);

export class CannotMend extends Error {
  override readonly name = 'CannotMend';
}

/**
 * A copy of the ELF file `original` that asks for the architecture's first glibc where it asked for 2.38. A file that
 * asks for nothing so new comes back unchanged. Throws CannotMend or NotAnElfFile.
 */
export function mendGlibc(original: Buffer): Buffer {
  const file = readElf(original);
  const mended = Buffer.from(original);
  const needs = file.needs.filter((need) => need.name === TOO_NEW);
  if (needs.length === 0) return mended;

  const version = FIRST_VERSION.get(file.machine);
  const versionName = version === undefined ? undefined : file.stringOffset(version);
  if (version === undefined || versionName === undefined)
    throw new CannotMend(`no older glibc version to name for machine ${file.machine}`);

  for (const need of needs) {
    mended.writeUInt32LE(elfHash(version), need.hashAt);
    mended.writeUInt32LE(versionName, need.nameAt);
  }
  const tooNew = new Set(needs.map((need) => need.index));
  for (const symbol of file.symbols) {
    if (!tooNew.has(symbol.versionIndex) || !symbol.name.startsWith(NEW_TWIN)) continue;
    // The classic name is the tail of the new one: start reading it further on.
    mended.writeUInt32LE(original.readUInt32LE(symbol.nameAt) + NEW_TWIN.length, symbol.nameAt);
  }
  return mended;
}

/** The hash by which the dynamic loader compares version names (System V ABI). */
export function elfHash(name: string): number {
  let hash = 0;
  for (const byte of Buffer.from(name, 'latin1')) {
    hash = ((hash << 4) + byte) >>> 0;
    const top = hash & 0xf0000000;
    hash = ((hash ^ (top >>> 24)) & ~top) >>> 0;
  }
  return hash;
}

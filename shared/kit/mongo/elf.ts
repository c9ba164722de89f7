/** What the mend needs to know of a 64-bit little-endian ELF file: its symbols and the library versions it asks for. */

const SECTION = { dynamicSymbols: 11, symbolVersions: 0x6fffffff, versionNeeds: 0x6ffffffe };
const SYMBOL_BYTES = 24;

type Section = { type: number; offset: number; size: number; link: number };

/** One library version the file asks for; offsets are positions in the file. `index` is how symbols refer to it. */
export type VersionNeed = { name: string; index: number; hashAt: number; nameAt: number };
export type ElfSymbol = { name: string; versionIndex: number; nameAt: number };
export type ElfFile = {
  machine: number;
  symbols: ElfSymbol[];
  needs: VersionNeed[];
  /** Offset of a whole name within the dynamic string table, or undefined. */
  stringOffset: (name: string) => number | undefined;
};

export class NotAnElfFile extends Error {
  override readonly name = 'NotAnElfFile';
}

/** Reads `file`. Throws NotAnElfFile for anything but a 64-bit little-endian ELF with versioned dynamic symbols. */
export function readElf(file: Buffer): ElfFile {
  if (file.length < 64 || file.readUInt32BE(0) !== 0x7f454c46 || file[4] !== 2 || file[5] !== 1)
    throw new NotAnElfFile('not a 64-bit little-endian ELF file');
  const sections = readSections(file);
  const symbolTable = sectionOf(sections, SECTION.dynamicSymbols);
  const versions = sectionOf(sections, SECTION.symbolVersions);
  const strings = sections[symbolTable.link];
  if (!strings) throw new NotAnElfFile('no dynamic string table');
  const textAt = (offset: number) => {
    const start = strings.offset + offset;
    return file.toString('latin1', start, file.indexOf(0, start));
  };

  const symbols = Array.from({ length: symbolTable.size / SYMBOL_BYTES }, (_, i) => {
    const nameAt = symbolTable.offset + i * SYMBOL_BYTES;
    const versionIndex = file.readUInt16LE(versions.offset + 2 * i) & 0x7fff;
    return { name: textAt(file.readUInt32LE(nameAt)), versionIndex, nameAt };
  });
  const table = file.subarray(strings.offset, strings.offset + strings.size);
  return {
    machine: file.readUInt16LE(0x12),
    symbols,
    needs: readNeeds(file, sectionOf(sections, SECTION.versionNeeds).offset, textAt),
    stringOffset: (name) => {
      const before = table.indexOf(`\0${name}\0`, 0, 'latin1');
      return before === -1 ? undefined : before + 1;
    },
  };
}

function readSections(file: Buffer): Section[] {
  const start = Number(file.readBigUInt64LE(0x28));
  const entryBytes = file.readUInt16LE(0x3a);
  return Array.from({ length: file.readUInt16LE(0x3c) }, (_, i) => {
    const at = start + i * entryBytes;
    return {
      type: file.readUInt32LE(at + 4),
      offset: Number(file.readBigUInt64LE(at + 24)),
      size: Number(file.readBigUInt64LE(at + 32)),
      link: file.readUInt32LE(at + 40),
    };
  });
}

function sectionOf(sections: Section[], type: number): Section {
  const section = sections.find((one) => one.type === type);
  if (!section) throw new NotAnElfFile(`no section of type 0x${type.toString(16)}`);
  return section;
}

/** Needs are two linked lists: one entry per library, each with a list of the versions wanted of it. */
function readNeeds(file: Buffer, start: number, textAt: (offset: number) => string): VersionNeed[] {
  const needs: VersionNeed[] = [];
  for (let library = start, next = -1; next !== 0; library += next) {
    next = file.readUInt32LE(library + 12);
    let at = library + file.readUInt32LE(library + 8);
    for (let left = file.readUInt16LE(library + 2); left > 0; left--) {
      needs.push({
        name: textAt(file.readUInt32LE(at + 8)),
        index: file.readUInt16LE(at + 6),
        hashAt: at,
        nameAt: at + 8,
      });
      at += file.readUInt32LE(at + 12);
    }
  }
  return needs;
}

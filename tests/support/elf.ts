import { elfHash } from '../../shared/kit/mongo/glibcMend';

type Parts = { machine: number; needs: string[]; symbols: [name: string, version: string][] };

/** A file of four sections – strings, symbols, their versions, version needs – and nothing else. */
export function anElf({ machine, needs, symbols }: Parts): Buffer {
  const names = ['libc.so.6', ...needs, ...symbols.map(([name]) => name)];
  const strings = Buffer.from(`\0${names.join('\0')}\0`, 'latin1');
  const at = (name: string) => strings.indexOf(`\0${name}\0`) + 1;

  const symbolTable = Buffer.alloc(symbols.length * 24);
  const versions = Buffer.alloc(symbols.length * 2);
  symbols.forEach(([name, version], i) => {
    symbolTable.writeUInt32LE(at(name), i * 24);
    versions.writeUInt16LE(needs.indexOf(version) + 2, i * 2);
  });

  const verneed = Buffer.alloc(16 + needs.length * 16);
  verneed.writeUInt16LE(needs.length, 2);
  verneed.writeUInt32LE(at('libc.so.6'), 4);
  verneed.writeUInt32LE(16, 8);
  needs.forEach((need, i) => {
    const entry = 16 + i * 16;
    verneed.writeUInt32LE(elfHash(need), entry);
    verneed.writeUInt16LE(i + 2, entry + 6);
    verneed.writeUInt32LE(at(need), entry + 8);
    verneed.writeUInt32LE(i + 1 < needs.length ? 16 : 0, entry + 12);
  });

  const bodies = [strings, symbolTable, versions, verneed];
  const types = [3, 11, 0x6fffffff, 0x6ffffffe];
  const header = Buffer.alloc(64);
  header.writeUInt32BE(0x7f454c46, 0);
  header.set([2, 1], 4);
  header.writeUInt16LE(machine, 0x12);
  header.writeUInt16LE(64, 0x3a);
  header.writeUInt16LE(bodies.length, 0x3c);
  const sections = Buffer.alloc(bodies.length * 64);
  let offset = header.length;
  bodies.forEach((body, i) => {
    sections.writeUInt32LE(types[i] ?? 0, i * 64 + 4);
    sections.writeBigUInt64LE(BigInt(offset), i * 64 + 24);
    sections.writeBigUInt64LE(BigInt(body.length), i * 64 + 32);
    offset += body.length;
  });
  header.writeBigUInt64LE(BigInt(offset), 0x28);
  return Buffer.concat([header, ...bodies, sections]);
}

import { crc32, inflateRawSync } from 'node:zlib';

export type ZippedFile = { readonly name: Buffer; readonly content: Buffer };

const endSign = 0x06054b50;
const entrySign = 0x02014b50;
const fileSign = 0x04034b50;
const endLength = 22;
/** A comment at the end of an archive may be so long. */
const longestComment = 65_535;

/**
 * The files of a ZIP archive, by its directory: stored or deflated, checked by their sums; neither encrypted nor beyond 4 GB. Names are
 * bytes: old archives have them in whatever the country wrote.
 * @param largest a file may have so many bytes
 * @throws {Error} for what is no such archive
 */
export function unzip(archive: Buffer, largest: number): ZippedFile[] {
  const end = endOf(archive);
  const files: ZippedFile[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== entrySign) throw new Error('The directory of the archive is broken');
    const [method, sum] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 16)];
    const [packed, length] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)];
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = archive.subarray(at + 46, at + 46 + nameLength);
    if (length > largest) throw new Error('A file of the archive is too large');
    const content = unpack(archive, { start: archive.readUInt32LE(at + 42), packed, method, length });
    if (content.length !== length || crc32(content) !== sum)
      throw new Error('A file of the archive is broken');
    files.push({ name, content });
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

function endOf(archive: Buffer): number {
  const first = Math.max(archive.length - endLength - longestComment, 0);
  for (let at = archive.length - endLength; at >= first; at -= 1)
    if (archive.readUInt32LE(at) === endSign) return at;
  throw new Error('This is no archive');
}

type Entry = {
  readonly start: number;
  readonly packed: number;
  readonly method: number;
  readonly length: number;
};

function unpack(archive: Buffer, { start, packed, method, length }: Entry): Buffer {
  if (archive.readUInt32LE(start) !== fileSign) throw new Error('A file of the archive is not there');
  const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
  const content = archive.subarray(from, from + packed);
  if (method === 0) return content;
  if (method === 8) return inflateRawSync(content, { maxOutputLength: Math.max(length, 1) });
  throw new Error(`A file of the archive is packed in an unknown way (${method})`);
}

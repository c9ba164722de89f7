import { crc32, deflateRawSync } from 'node:zlib';

type File = { name: Buffer; content: Buffer };

const numbers = (...fields: readonly [value: number, bytes: 2 | 4][]) =>
  Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );

/** 1 January 1980: the day from which the format counts. */
const DATE = 0x21;

/** A ZIP archive with its files in this order. Their names are bytes: old archives have them in whatever the country wrote. */
export function zip(files: readonly File[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const packed = deflateRawSync(content);
    const shared = numbers(
      [20, 2],
      [0, 2],
      [8, 2],
      [0, 2],
      [DATE, 2],
      [crc32(content), 4],
      [packed.length, 4],
      [content.length, 4],
      [name.length, 2],
      [0, 2],
    );
    const local = Buffer.concat([numbers([0x04034b50, 4]), shared, name, packed]);
    directory.push(
      Buffer.concat([
        numbers([0x02014b50, 4], [20, 2]),
        shared,
        numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        name,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const count: [number, 2] = [files.length, 2];
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], count, count, [listed.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...parts, listed, end]);
}

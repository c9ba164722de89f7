import sharp from 'sharp';
import { createLog } from '../log/log';
import { type Images, openImages } from './images';

const log = createLog({ service: 'test', level: 'silent' });
const opened: Images[] = [];
const open = (options: { timeoutMs?: number; maxWaiting?: number } = {}): Images => {
  const images = openImages({ unreadable: 'PHOTO_UNREADABLE', log, ...options });
  opened.push(images);
  return images;
};
const images = open({ timeoutMs: 60_000 });
afterAll(() => Promise.all(opened.map((one) => one.close())));

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#6a4' } });
const codeOf = (bytes: Buffer) =>
  images.resize(bytes, [1_600]).then(
    () => 'taken',
    (error: unknown) => (error as { code: string }).code,
  );

test.each<[string, (picture: sharp.Sharp) => sharp.Sharp]>([
  ['JPEG', (picture) => picture.jpeg()],
  ['progressive JPEG', (picture) => picture.jpeg({ progressive: true })],
  ['PNG', (picture) => picture.png()],
  ['WebP', (picture) => picture.webp()],
  ['AVIF', (picture) => picture.avif({ effort: 0 })],
])('%s is taken, in all sizes, upright and without what it said about itself', async (_, as) => {
  const original = await as(
    plain(1_200, 600)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Artist: 'Somebody' } }),
  ).toBuffer();
  const made = await images.resize(original, [600, 200, 50]);
  expect(made.map(({ width, height }) => [width, height])).toEqual([
    [300, 600],
    [100, 200],
    [25, 50],
  ]);
  for (const { bytes, width } of made) {
    const { format, exif, ...now } = await sharp(bytes).metadata();
    expect([format, exif, now.width]).toEqual(['webp', undefined, width]);
  }
});

test('nothing is enlarged', async () => {
  const [one] = await images.resize(await plain(40, 30).png().toBuffer(), [1_600]);
  expect([one.width, one.height]).toEqual([40, 30]);
});

test.each<[string, () => Promise<Buffer>]>([
  ['the picture of a good camera', () => plain(8_192, 6_144).jpeg({ quality: 40 }).toBuffer()],
  ['the picture of a phone with 108 megapixels', () => plain(12_000, 9_000).jpeg({ quality: 40 }).toBuffer()],
  [
    'the same, taken upright',
    () => plain(12_000, 9_000).withMetadata({ orientation: 6 }).jpeg({ quality: 40 }).toBuffer(),
  ],
  ['a large PNG', () => plain(8_192, 6_144).png({ compressionLevel: 1 }).toBuffer()],
  ['a large WebP', () => plain(8_192, 6_144).webp({ effort: 0 }).toBuffer()],
])('%s is taken', async (_, file) => {
  expect(await codeOf(await file())).toBe('taken');
});

const svg = (inside: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

test.each<[string, () => Promise<Buffer> | Buffer]>([
  ['nothing', () => Buffer.alloc(0)],
  ['text', () => Buffer.from('no picture')],
  ['SVG', () => svg('<rect width="10" height="10"/>')],
  [
    'SVG that would take for ever',
    () =>
      svg(
        '<filter id="a"><feTurbulence numOctaves="9999"/><feMorphology radius="999"/></filter><rect width="9999" height="9999" filter="url(#a)"/>',
      ),
  ],
  ['SVG after a declaration', () => Buffer.concat([Buffer.from('<?xml version="1.0"?>'), svg('')])],
  ['GIF', () => plain(10, 10).gif().toBuffer()],
  ['TIFF', () => plain(10, 10).tiff().toBuffer()],
  ['BMP', () => Buffer.from(`BM${'\0'.repeat(60)}`)],
  ['PDF', () => Buffer.from('%PDF-1.7\n%%EOF')],
  ['ZIP', () => Buffer.from('PK\x03\x04')],
  ['HTML behind the first bytes of a JPEG', () => Buffer.from('\xff\xd8\xff<script>', 'latin1')],
  [
    'SVG behind the first bytes of a PNG',
    () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), svg('')]),
  ],
  [
    'a JPEG that was cut off',
    async () => (await plain(900, 900).jpeg({ quality: 100 }).toBuffer()).subarray(0, 2_000),
  ],
  ['a PNG that was cut off', async () => (await plain(900, 900).png().toBuffer()).subarray(0, 500)],
])('%s is refused as unreadable', async (_, file) => {
  expect(await codeOf(await file())).toBe('PHOTO_UNREADABLE');
});

/** A PNG that says how large it is, and holds almost nothing. */
async function pretending(width: number, height: number): Promise<Buffer> {
  const bytes = await plain(1, 1).png().toBuffer();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

test('a picture with too many pixels is refused by what its head says', async () => {
  expect(await codeOf(await pretending(60_000, 60_000))).toBe('IMAGE_TOO_LARGE');
  expect(await codeOf(await pretending(12_000, 12_000))).toBe('IMAGE_TOO_LARGE');
});

test('a picture that takes too long is given up, and the next one is read', async () => {
  const hasty = open({ timeoutMs: 1 });
  const large = await plain(6_000, 6_000).png({ compressionLevel: 1 }).toBuffer();
  await expect(hasty.resize(large, [100])).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' });
  expect(await codeOf(await plain(40, 30).png().toBuffer())).toBe('taken');
});

test('when too many wait, the next one is refused at once', async () => {
  const narrow = open({ maxWaiting: 1, timeoutMs: 60_000 });
  const picture = await plain(40, 30).png().toBuffer();
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => narrow.resize(picture, [20])));
  const refused = outcomes.flatMap((one) =>
    one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
  );
  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(refused.length).toBeGreaterThan(0);
  expect(new Set(refused)).toEqual(new Set(['SERVICE_UNAVAILABLE']));
});

test('while it has no work, its process keeps no program from ending', async () => {
  const children = () => process.getActiveResourcesInfo().filter((one) => one === 'ProcessWrap').length;
  const before = children();
  await open().resize(await plain(10, 10).png().toBuffer(), [5]);
  expect(children()).toBe(before);
});

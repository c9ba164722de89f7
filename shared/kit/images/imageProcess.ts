/**
 * The process that decodes pictures, which come from anybody: started by images.ts, which ends it when a picture takes too long.
 * It knows the decoders of a few common types only and one picture at a time, and watches its memory.
 */
import { constants, setPriority } from 'node:os';
import sharp from 'sharp';
import { type ImageReply, type ImageRequest, maxResidentBytes, type ResizedImage } from './imageMessages';
import { drawStamp } from './stamp';

/** JPEG pictures of any phone pass, since they shrink while they are read. AVIF (a kind of HEIF) is decoded whole, and slowly. */
const maxPixels: Readonly<Record<string, number>> = {
  jpeg: 256_000_000,
  png: 128_000_000,
  webp: 128_000_000,
  heif: 32_000_000,
};
const quality = 80;
const lookAtMemoryMs = 20;

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const tell = (reply: ImageReply, then: () => void = () => undefined) =>
  process.send?.(reply, undefined, undefined, then);

// The parent decides when this process ends; without a parent nobody needs it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (request: ImageRequest) => void answer(request));
tell({ type: 'ready' });

async function answer({ bytes, longestSides, fingerprint = false, stamp }: ImageRequest): Promise<void> {
  const watching = setInterval(() => {
    if (process.memoryUsage.rss() < maxResidentBytes) return;
    clearInterval(watching);
    tell({ type: 'refused', fault: 'too_large' }, () => process.exit(1));
  }, lookAtMemoryMs);
  tell(await made(Buffer.from(bytes), { longestSides, fingerprint, stamp }));
  clearInterval(watching);
}

async function made(
  original: Buffer,
  { longestSides, fingerprint, stamp }: Omit<ImageRequest, 'bytes'>,
): Promise<ImageReply> {
  try {
    const { format, width, height } = await sharp(original, { limitInputPixels: false }).metadata();
    const limit = maxPixels[format] ?? 0;
    if (width * height > limit) return { type: 'refused', fault: 'too_large' };
    const images: ResizedImage[] = [];
    // Each from the one before it: the original is decoded once.
    for (const side of longestSides) images.push(await sized(images.at(-1)?.bytes ?? original, side, limit));
    const last = images.at(-1);
    if (!fingerprint || !last) return { type: 'made', images };
    const shown = stamp === undefined ? last : await stamped(last, stamp);
    return {
      ...{ type: 'made', images: [...images.slice(0, -1), shown] },
      fingerprint: await fingerprintOf(last.bytes),
    };
  } catch {
    // sharp has no kinds of errors: what it cannot read, it cannot read.
    return { type: 'refused', fault: 'unreadable' };
  }
}

/** Upright, and without what the file said about camera, place or maker. */
async function sized(bytes: Buffer, side: number, limitInputPixels: number): Promise<ResizedImage> {
  const { data, info } = await sharp(bytes, { limitInputPixels, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** With digits in its lower right corner, a twentieth of its width each. */
async function stamped({ bytes, width, height }: ResizedImage, digits: string): Promise<ResizedImage> {
  const { rgba, ...size } = drawStamp(digits, Math.max(1, Math.floor(width / 160)));
  const [left, top] = [width - size.width, height - size.height];
  if (left < 0 || top < 0) return { bytes, width, height };
  const data = await sharp(bytes)
    .composite([{ input: rgba, raw: { ...size, channels: 4 }, left, top }])
    .webp({ quality })
    .toBuffer();
  return { bytes: data, width, height };
}

/** 64 bits, as hexadecimal: whether each of 8 × 8 places is brighter than the one right of it. Alike pictures have alike ones. */
async function fingerprintOf(bytes: Buffer): Promise<string> {
  const grey = await sharp(bytes).greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer();
  let bits = 0n;
  for (let row = 0; row < 8; row += 1)
    for (let column = 0; column < 8; column += 1) {
      const at = row * 9 + column;
      bits = (bits << 1n) | ((grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  return bits.toString(16).padStart(16, '0');
}

import { fileTypeFromBuffer } from 'file-type/core';
import { type ErrorCode } from '../../contracts/errors';
import { gather } from '../batch/gather';
import { Refused } from '../domainError';
import { type Log } from '../log/log';
import { type ImageFault, type ImageReply, type ImageRequest, type ResizedImage } from './imageMessages';
import { imageWorker } from './imageWorker';

export type Images = {
  /**
   * Makes WebP pictures of a picture, upright and without what its file said about camera, place or maker.
   * @param longestSides in pixels, longest first; nothing is enlarged.
   * @returns one for each of `longestSides`.
   * @throws {Refused} the code for what cannot be read, or IMAGE_TOO_LARGE for what would take too many pixels, too much memory or time.
   * @throws {Overloaded} when too many pictures wait already.
   */
  resize<const Sides extends readonly number[]>(
    bytes: Buffer,
    longestSides: Sides,
  ): Promise<{ readonly [At in keyof Sides]: ResizedImage }>;
  /**
   * One WebP picture as `resize` makes it, with the digits of `stamp` drawn into its corner if there are any, and its perceptual fingerprint: 16 hexadecimal digits, of which pictures that look alike
   * differ in few bits.
   * @throws as `resize` does
   */
  resizeAndFingerprint(
    bytes: Buffer,
    longestSide: number,
    stamp?: string,
  ): Promise<{ readonly image: ResizedImage; readonly fingerprint: string }>;
  close(): Promise<void>;
};

type Made = Extract<ImageReply, { readonly type: 'made' }>;

type Options = {
  /** What is refused as no readable picture of an accepted type. */
  readonly unreadable: ErrorCode;
  readonly log: Log;
  /** How long one picture may take. */
  readonly timeoutMs?: number;
  /** Pictures that may wait for their turn. */
  readonly maxWaiting?: number;
};

/** By their content, whatever name or type came along. HEIC is not among them: its decoder needs a licence. */
const acceptedTypes = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);
const defaultTimeoutMs = 20_000;
const defaultMaxWaiting = 10;

/** Where all pictures that people send go through: one at a time, in a process of its own that is there while it has work. */
export function openImages(options: Options): Images {
  const { unreadable, log, timeoutMs = defaultTimeoutMs, maxWaiting = defaultMaxWaiting } = options;
  const worker = imageWorker({ log, timeoutMs });
  const codes: Readonly<Record<ImageFault, ErrorCode>> = { unreadable, too_large: 'IMAGE_TOO_LARGE' };

  async function made(request: ImageRequest): Promise<Made> {
    const reply = await worker.ask(request);
    if (reply.type === 'refused') throw new Refused(codes[reply.fault]);
    return reply;
  }
  async function ask(request: ImageRequest & { readonly bytes: Buffer }): Promise<Made> {
    const type = await fileTypeFromBuffer(request.bytes).catch(() => undefined);
    if (!type || !acceptedTypes.has(type.mime)) throw new Refused(unreadable);
    return queue.add(request);
  }
  const queue = gather<ImageRequest, Made>({
    name: 'read pictures',
    maxBatch: 1,
    maxWaiting,
    run: (requests) => Promise.allSettled(requests.map(made)),
  });

  return {
    async resize<Sides extends readonly number[]>(bytes: Buffer, longestSides: Sides) {
      const { images } = await ask({ bytes, longestSides });
      return images as { readonly [At in keyof Sides]: ResizedImage };
    },
    async resizeAndFingerprint(bytes, longestSide, stamp) {
      const wish = { longestSides: [longestSide], fingerprint: true, stamp };
      const { images, fingerprint } = await ask({ bytes, ...wish });
      const [image] = images;
      if (!image || fingerprint === undefined) throw new Refused(unreadable);
      return { image, fingerprint };
    },
    async close() {
      await queue.close();
      worker.close();
    },
  };
}

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Request } from 'express';

export type Encoding = 'br' | 'gzip';

/** Shorter replies fit into one packet anyway. */
const worthwhileBytes = 1_400;
const brotli = promisify(brotliCompress);
const zipped = promisify(gzip);
/** Smaller than gzip at its best, and quicker. */
const brotliQuality = 4;

/** How `bytes` of this type go out to who asked: compressed when that is worth it and understood there. */
export function encodingFor(
  req: Request,
  bytes: number,
  contentType: string | undefined,
): Encoding | undefined {
  if (bytes < worthwhileBytes || req.headers['accept-encoding'] === undefined) return undefined;
  if (!/^(application\/json|text\/)/.test(contentType ?? '')) return undefined;
  return (req.acceptsEncodings('br', 'gzip') || undefined) as Encoding | undefined;
}

/** Compresses beside the event loop. */
export const encoded = (body: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br'
    ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } })
    : zipped(body);

import { fileTypeFromBuffer } from 'file-type/core';
import sharp from 'sharp';
import { Refused } from '#shared/kit/domainError';

/** Longest side of each size in pixels, by the name that clients know. */
export const pictureSizes = { small: 160, medium: 480, large: 960 } as const;
export type PictureSize = keyof typeof pictureSizes;

const accepted = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);
/** Above any phone's camera; a small file can claim to be a huge picture. */
const maxPixels = 50_000_000;
const maxSeconds = 10;
const quality = 80;

export type EncodedPicture = {
  readonly files: ReadonlyMap<PictureSize, Buffer>;
  /** Of the large one. */
  readonly width: number;
  readonly height: number;
};

/**
 * Makes all sizes of a picture, upright and without what its file said about camera, place or maker.
 * @throws {Refused} PICTURE_UNREADABLE for anything but a whole picture of an accepted kind and a bearable size.
 */
export async function encodePicture(bytes: Buffer): Promise<EncodedPicture> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !accepted.has(type.mime)) throw new Refused('PICTURE_UNREADABLE');
  try {
    const upright = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .timeout({ seconds: maxSeconds });
    const large = await sized(upright, 'large');
    // The small ones from the large one: the original is decoded once.
    const medium = await sized(sharp(large.data), 'medium');
    const small = await sized(sharp(medium.data), 'small');
    const files = new Map([
      ['large', large.data],
      ['medium', medium.data],
      ['small', small.data],
    ] as const);
    return { files, width: large.info.width, height: large.info.height };
  } catch {
    // sharp has no kinds of errors: what it cannot read, it cannot read.
    throw new Refused('PICTURE_UNREADABLE');
  }
}

const sized = (picture: sharp.Sharp, size: PictureSize) =>
  picture
    .clone()
    .resize({
      width: pictureSizes[size],
      height: pictureSizes[size],
      fit: 'inside',
      withoutEnlargement: true,
    })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });

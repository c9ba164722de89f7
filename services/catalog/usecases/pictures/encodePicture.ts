import { type Images } from '#shared/kit/images/images';

/** Longest side of each size in pixels, by the name that clients know. */
export const pictureSizes = { small: 160, medium: 480, large: 960 } as const;
export type PictureSize = keyof typeof pictureSizes;

export type EncodedPicture = {
  readonly files: ReadonlyMap<PictureSize, Buffer>;
  /** Of the large one. */
  readonly width: number;
  readonly height: number;
};

/**
 * Makes all sizes of a picture.
 * @throws {Refused} PICTURE_UNREADABLE, IMAGE_TOO_LARGE
 */
export async function encodePicture(images: Images, bytes: Buffer): Promise<EncodedPicture> {
  const sides = [pictureSizes.large, pictureSizes.medium, pictureSizes.small] as const;
  const [large, medium, small] = await images.resize(bytes, sides);
  const files = new Map([
    ['large', large.bytes],
    ['medium', medium.bytes],
    ['small', small.bytes],
  ] as const);
  return { files, width: large.width, height: large.height };
}

import sharp from 'sharp';

/** A picture as a phone's camera would hand it to the page. */
export type PhotoFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export async function photo(): Promise<PhotoFile> {
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#9a8' } })
    .jpeg()
    .toBuffer();
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
}

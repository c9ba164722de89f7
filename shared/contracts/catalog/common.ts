import { Bilingual, Version } from '../common';
import { PictureId } from '../ids';
import { z } from '../zod';

/** Part of each edit: the version that the editor saw. When the thing changed since, the edit is refused: CHANGED_MEANWHILE. */
export const seenVersion = { version: Version };

/** Addresses of a picture's sizes: the longer side has 160, 480 or 960 pixels; WebP. Their content never changes. */
export const PictureUrls = z
  .object({ small: z.string(), medium: z.string(), large: z.string() })
  .meta({ id: 'PictureUrls' });
export type PictureUrls = z.infer<typeof PictureUrls>;

/** A product's picture; `alt` says what it shows, where the product's title does not say enough. */
export const ProductPicture = PictureUrls.extend({
  pictureId: PictureId,
  alt: Bilingual(120).optional(),
}).meta({ id: 'ProductPicture' });
export type ProductPicture = z.infer<typeof ProductPicture>;

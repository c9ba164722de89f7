import { Version } from '../common';
import { z } from '../zod';

/** Part of each edit: the version that the editor saw. When the thing changed since, the edit is refused: CHANGED_MEANWHILE. */
export const seenVersion = { version: Version };

/** Addresses of a picture's sizes: the longer side has 160, 480 or 960 pixels; WebP. Their content never changes. */
export const PictureUrls = z
  .object({ small: z.string(), medium: z.string(), large: z.string() })
  .meta({ id: 'PictureUrls' });
export type PictureUrls = z.infer<typeof PictureUrls>;

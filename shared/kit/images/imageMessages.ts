/** What the process that reads pictures is asked: WebP pictures, none with a longer side than these, longest first. */
export type ImageRequest = {
  readonly bytes: Uint8Array;
  readonly longestSides: readonly number[];
  /** Digits, dashes and spaces to be drawn over the last picture; its fingerprint is that without them. */
  readonly stamp?: string | undefined;
  /** Whether its perceptual fingerprint is wanted, too. */
  readonly fingerprint?: boolean;
};

export type ResizedImage = { readonly bytes: Buffer; readonly width: number; readonly height: number };

/** `unreadable`: no whole picture. `too_large`: it would take more pixels, memory or time than we give. */
export type ImageFault = 'unreadable' | 'too_large';

export type ImageReply =
  | { readonly type: 'ready' }
  | { readonly type: 'made'; readonly images: readonly ResizedImage[]; readonly fingerprint?: string }
  | { readonly type: 'refused'; readonly fault: ImageFault };

/** The process looks at its memory so often; past this it gives up the picture and itself. */
export const maxResidentBytes = 640 * 1024 * 1024;

export type Pen = CanvasRenderingContext2D;

/** A picture that is loaded and can be drawn. */
export type Drawable = HTMLImageElement;

/** A finished PNG: where it is shown from, and its bytes where the platform gives them. */
export type PictureFile = { readonly path: string; readonly blob?: Blob };

/** A canvas that nobody sees, to make a picture on. */
export type Canvas = {
  readonly pen: Pen;
  /** Makes it `width` by `height` pixels, and empty. */
  readonly resize: (width: number, height: number) => void;
  /** Nothing when the picture cannot be had: without it, the rest is still worth drawing. */
  readonly load: (src: string) => Promise<Drawable | undefined>;
  /** Throws when the platform refuses. */
  readonly toPng: () => Promise<PictureFile>;
};

/** `refused`: the person does not let us into the album; they can change that in the settings. */
export type Saving = 'saved' | 'cancelled' | 'refused' | 'failed';

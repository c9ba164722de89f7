/** One offer as it stands on a poster, in one language. */
export type PosterOffer = {
  readonly title: string;
  readonly pack: string;
  readonly price: string;
  /** Per what, for goods sold by weight. */
  readonly unit?: string | undefined;
  /** The former price, struck through. */
  readonly before?: string | undefined;
  readonly picture?: string | undefined;
};

/** What a poster says. */
export type PosterContent = {
  readonly heading: string;
  readonly offers: readonly PosterOffer[];
  readonly place: string;
  readonly leader?: string | undefined;
  readonly scan: string;
  /** Where the code leads. */
  readonly link: string;
};

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type TextLook = { readonly size: number; readonly bold?: boolean; readonly color: string };

/** One thing to draw. A text's `y` is the middle of its line. */
export type Mark =
  | ({ readonly kind: 'plate'; readonly color: string } & Area)
  | ({ readonly kind: 'picture'; readonly src: string | undefined; readonly round: number } & Area)
  | ({ readonly kind: 'code'; readonly text: string } & Area)
  | ({
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      /** Width of the line through it. */
      readonly struck?: number;
    } & TextLook);

export type PosterDrawing = {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
};

/** How wide a text becomes in this look. */
export type Measure = (text: string, look: TextLook) => number;

import { type FontName } from './fonts';

const page = { width: 595.28, height: 841.89, side: 48, top: 48, bottom: 60 } as const;
const colours = { strong: '#1a1f1c', soft: '#6a736d', line: '#cfd6d1', tint: '#f2f5f3' } as const;

export type Look = {
  readonly size: number;
  readonly font?: FontName;
  readonly colour?: 'strong' | 'soft';
  readonly align?: 'left' | 'right';
  /** In points; the whole width unless told. */
  readonly width?: number;
  /** From the left margin, and below where the drawing stands. */
  readonly right?: number;
  readonly down?: number;
};

/** Where on its pages a document is drawn, from top to bottom. Measures are points (1/72 inch). */
export class Drawing {
  readonly width = page.width - 2 * page.side;
  readonly #pdf: PDFKit.PDFDocument;
  #top: number = page.top;

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf;
  }

  /** Draws a text in as many lines as it needs; the drawing stays where it stands. */
  text(text: string, look: Look): void {
    const { colour = 'strong', right = 0, down = 0 } = look;
    const options = this.#options(look);
    this.#pdf.fillColor(colours[colour]).text(text, page.side + right, this.#top + down, options);
  }

  /** The height that a text needs. */
  heightOf(text: string, look: Look): number {
    return this.#pdf.heightOfString(text, this.#options(look));
  }

  widthOf(text: string, { size, font = 'plain' }: Pick<Look, 'size' | 'font'>): number {
    return this.#pdf.font(font).fontSize(size).widthOfString(text);
  }

  /** A line over the whole width, where the drawing stands. */
  line(thickness: number): void {
    this.#pdf
      .lineWidth(thickness)
      .strokeColor(colours.line)
      .moveTo(page.side, this.#top)
      .lineTo(page.side + this.width, this.#top)
      .stroke();
  }

  /** A tinted ground over the whole width. */
  ground(height: number): void {
    this.#pdf.rect(page.side, this.#top, this.width, height).fill(colours.tint);
  }

  move(down: number): void {
    this.#top += down;
  }

  /** Whether `height` still fits on this page. */
  fits(height: number): boolean {
    return this.#top + height <= page.height - page.bottom;
  }

  /** Goes to a new page unless there is room for `height`. */
  room(height: number): void {
    if (!this.fits(height)) this.newPage();
  }

  newPage(): void {
    this.#pdf.addPage();
    this.#top = page.top;
  }

  pages(): { readonly count: number } {
    return this.#pdf.bufferedPageRange();
  }

  /** What stands at the foot of a page: on the left, and on the right. */
  foot(at: number, left: string, right: string): void {
    this.#pdf.switchToPage(at);
    this.#top = page.height - page.bottom + 22;
    this.text(left, { size: 8, colour: 'soft', width: this.width - 100 });
    this.text(right, { size: 8, colour: 'soft', align: 'right' });
  }

  #options({ size, font = 'plain', align = 'left', width = this.width }: Look): PDFKit.Mixins.TextOptions {
    this.#pdf.font(font).fontSize(size);
    return { width, align };
  }
}

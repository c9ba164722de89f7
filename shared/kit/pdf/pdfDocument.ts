import { type Language } from '../../contracts/common';

/** A column of a table. Texts on the left, amounts on the right. */
export type PdfColumn = {
  readonly title: string;
  /** Its share of the table's width, beside the other columns'. */
  readonly share: number;
  readonly align?: 'left' | 'right';
};

/** What stands one below the other in a document. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  /** What the document is about, each with its name: two beside each other. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  /** Its heads are repeated on every page; `totals` stand below its last row. */
  | {
      readonly kind: 'table';
      readonly columns: readonly PdfColumn[];
      readonly rows: readonly (readonly string[])[];
      readonly totals?: readonly (readonly string[])[];
    }
  | { readonly kind: 'note'; readonly text: string };

/** A document on A4, in plain data: it is drawn in another process. */
export type PdfDocument = {
  readonly language: Language;
  readonly title: string;
  /** On the right of the title: a number. */
  readonly number?: string;
  /** Who issues it; at the foot of each page, beside the number of the page. */
  readonly issuer: string;
  /** The same document gives the same bytes. */
  readonly issuedAt: Date;
  readonly blocks: readonly PdfBlock[];
};

export type PdfReply =
  | { readonly type: 'ready' }
  | { readonly type: 'drawn'; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly message: string };

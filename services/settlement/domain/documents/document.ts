import { type Bilingual } from '#shared/contracts/common';
import { type AccountId, type OrderId } from '#shared/contracts/ids';
import { type DocumentKind, type DocumentNumber } from '#shared/contracts/settlement/documents';

/** What stands in a cell: text, words in both languages, a count, money in fen, a share in basis points. */
export type Cell = string | number | Bilingual | { readonly fen: number } | { readonly basisPoints: number };

/** A column: what stands above it, and the room it wants beside the others. */
export type Column = { readonly title: Bilingual; readonly share: number; readonly right?: true };

export type Table = {
  readonly title: Bilingual;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals?: readonly (readonly Cell[])[];
};

/**
 * Everything that a document says, in both languages: frozen when it is issued, so that it says the same for ever, whatever becomes of
 * what it was made from.
 */
export type Content = {
  readonly title: Bilingual;
  readonly facts: readonly { readonly name: Bilingual; readonly value: Cell }[];
  readonly tables: readonly Table[];
  readonly notes: readonly Bilingual[];
  /** What it comes to, in fen: for lists of documents. */
  readonly totalFen: number;
};

/** A document that is to be issued. */
export type Draft = {
  readonly kind: DocumentKind;
  /** What it is about: of one subject there is one document. */
  readonly subject: string;
  /** Who may read it besides operators. */
  readonly owner?: AccountId;
  readonly orderId?: OrderId;
  /** `2026-10`, `2026-Q3`: of statements. */
  readonly period?: string;
  /** The document that it corrects. */
  readonly corrects?: DocumentNumber;
  readonly content: Content;
};

/** An issued document: it never changes. */
export type Document = Draft & { readonly number: DocumentNumber; readonly issuedAt: Date };

const letters: Readonly<Record<DocumentKind, string>> = {
  receipt: 'R',
  credit_note: 'C',
  leader_statement: 'L',
  revenue_statement: 'P',
};

/** Documents of a kind are numbered from 1 in each year. @param day of the issue, `2026-11-30` */
export const seriesOf = (kind: DocumentKind, day: string): string => `${letters[kind]}${day.slice(0, 4)}`;

/** `R2026-000001`. */
export const numberAt = (series: string, serial: number): DocumentNumber =>
  `${series}-${String(serial).padStart(6, '0')}` as DocumentNumber;

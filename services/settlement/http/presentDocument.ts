import { type Language } from '#shared/contracts/common';
import { type DocumentHead } from '#shared/contracts/settlement/documents';
import { type z } from '#shared/contracts/zod';
import { MadeReply } from '#shared/kit/http/handler';
import { cny } from '#shared/kit/money';
import { type Pdfs } from '#shared/kit/pdf/pdfs';
import { type Document } from '../domain/documents/document';
import { bookDay } from '../domain/documents/period';
import { csvOf, pdfOf, xlsxOf } from './printDocument';

export const presentDocument = ({
  number,
  kind,
  issuedAt,
  orderId,
  period,
  corrects,
  content: { title, totalFen },
}: Document): z.input<typeof DocumentHead> => ({
  number,
  kind,
  title,
  issuedAt: issuedAt.toISOString(),
  total: cny(totalFen),
  ...(orderId === undefined ? {} : { orderId }),
  ...(period === undefined ? {} : { period }),
  ...(corrects === undefined ? {} : { corrects }),
});

const mediaTypes = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type FileFormat = keyof typeof mediaTypes;

/** A document as a file. Its name is its number. */
export async function presentFile(
  pdfs: Pdfs,
  document: Document,
  { format, language }: { readonly format: FileFormat; readonly language: Language },
): Promise<MadeReply> {
  const issued = { ...document, issuedOn: bookDay(document.issuedAt) };
  const make: Readonly<Record<FileFormat, () => Promise<Buffer> | Buffer>> = {
    pdf: () => pdfs.draw(pdfOf(issued, language)),
    csv: () => Buffer.from(csvOf(issued, language)),
    xlsx: () => xlsxOf(issued, language),
  };
  return fileReply(await make[format](), format, document.number);
}

const fileReply = (bytes: Buffer, format: FileFormat, name: string): MadeReply =>
  new MadeReply(bytes, {
    'Content-Type': mediaTypes[format],
    'Content-Disposition': `attachment; filename="${name}.${format}"`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  });

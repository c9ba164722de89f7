import { Bilingual, Instant, Language, page, pageQuery } from '../common';
import { endpoint } from '../endpoint';
import { OrderId } from '../ids';
import { SignedMoney } from '../money';
import { z } from '../zod';

export const documentKinds = ['receipt', 'credit_note', 'leader_statement', 'revenue_statement'] as const;
export const DocumentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** A series – what kind, which year – and a number in it, counted without gaps. */
export const DocumentNumber = z
  .string()
  .regex(/^[A-Z][0-9]{4}-[0-9]{6,9}$/, 'must be a number like R2026-000001')
  .brand<'DocumentNumber'>()
  .meta({ example: 'R2026-000001' });
export type DocumentNumber = z.infer<typeof DocumentNumber>;

/** A month of the city's calendar. */
const Month = z
  .string()
  .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/, 'must be a month like 2026-10')
  .meta({ example: '2026-10' });

export const DocumentHead = z
  .object({
    number: DocumentNumber,
    kind: DocumentKind,
    title: Bilingual(200),
    issuedAt: Instant,
    /** What it comes to. */
    total: SignedMoney,
    orderId: OrderId.optional(),
    /** Of statements: `2026-10`. */
    period: z.string().optional(),
    /** The document that this one corrects. */
    corrects: DocumentNumber.optional(),
  })
  .meta({ id: 'DocumentHead' });
export type DocumentHead = z.infer<typeof DocumentHead>;

const search = { ...pageQuery, kind: DocumentKind.optional() };
const spreadsheets = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

export const documentsApi = {
  issueReceipt: endpoint({
    id: 'settlement.issueReceipt',
    service: 'settlement',
    method: 'post',
    path: '/documents/receipts',
    access: ['shopper', 'operator'],
    rights: 'fresh',
    summary:
      'The receipt of a paid order, and a credit note for each refund: issued once, the same ever after.',
    body: z.strictObject({ orderId: OrderId }),
    reply: z.object({ documents: z.array(DocumentHead) }),
    status: 200,
    errors: ['NO_RECEIPT_YET'],
    idempotency: 'natural',
  }),
  issueLeaderStatement: endpoint({
    id: 'settlement.issueLeaderStatement',
    service: 'settlement',
    method: 'post',
    path: '/documents/leader-statements',
    access: ['leader'],
    summary: 'My statement of a month that is over: commission, payouts, and the balance before and after.',
    body: z.strictObject({ month: Month }),
    reply: DocumentHead,
    status: 200,
    errors: ['PERIOD_NOT_OVER'],
    idempotency: 'natural',
  }),
  issueRevenueStatement: endpoint({
    id: 'settlement.issueRevenueStatement',
    service: 'settlement',
    method: 'post',
    path: '/documents/revenue-statements',
    access: ['operator'],
    rights: 'fresh',
    summary: 'The merchant’s revenue of a month that is over: by rate of tax, fees, commission and refunds.',
    body: z.strictObject({ month: Month }),
    reply: DocumentHead,
    status: 200,
    errors: ['PERIOD_NOT_OVER'],
    idempotency: 'natural',
  }),
  listOwnDocuments: endpoint({
    id: 'settlement.listOwnDocuments',
    service: 'settlement',
    method: 'get',
    path: '/documents/mine',
    access: 'signedIn',
    summary: 'Documents that were issued to me, newest first.',
    query: z.strictObject(search),
    reply: page(DocumentHead),
  }),
  listDocuments: endpoint({
    id: 'settlement.listDocuments',
    service: 'settlement',
    method: 'get',
    path: '/documents',
    access: ['operator'],
    summary: 'All issued documents, newest first.',
    query: z.strictObject(search),
    reply: page(DocumentHead),
  }),
  readDocument: endpoint({
    id: 'settlement.readDocument',
    service: 'settlement',
    method: 'get',
    path: '/documents/:number/file',
    access: 'signedIn',
    summary: 'A document as a file: PDF, or its tables as CSV or as an Excel workbook.',
    params: z.strictObject({ number: DocumentNumber }),
    query: z.strictObject({
      format: z.enum(['pdf', 'csv', 'xlsx']).default('pdf'),
      language: Language.default('zh-CN'),
    }),
    reply: DocumentHead,
    errors: ['NOT_FOUND'],
    media: ['application/pdf', ...spreadsheets],
  }),
};

import { type documentsApi } from '#shared/contracts/settlement/documents';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { type Pdfs } from '#shared/kit/pdf/pdfs';
import { type SettlementDeps } from '../usecases/deps';
import { issueLeaderStatement } from '../usecases/documents/issueLeaderStatement';
import { issueReceipt } from '../usecases/documents/issueReceipt';
import { issueRevenueStatement } from '../usecases/documents/issueRevenueStatement';
import { listDocuments } from '../usecases/documents/listDocuments';
import { listOwnDocuments } from '../usecases/documents/listOwnDocuments';
import { readDocument } from '../usecases/documents/readDocument';
import { presentDocument, presentFile } from './presentDocument';

/** Receipts, credit notes and statements: every operation on a line or two. */
export function documentRoutes(
  deps: SettlementDeps & { readonly pdfs: Pdfs },
): Handlers<typeof documentsApi> {
  return {
    issueReceipt: async ({ caller, body }) => ({
      documents: (await issueReceipt(deps, caller, body.orderId)).map(presentDocument),
    }),
    issueLeaderStatement: async ({ caller, body }) =>
      presentDocument(await issueLeaderStatement(deps, caller, body.month)),
    issueRevenueStatement: async ({ body }) => presentDocument(await issueRevenueStatement(deps, body.month)),
    listOwnDocuments: async ({ caller, query: { kind, ...wish } }) =>
      presentPage(await listOwnDocuments(deps, caller, kind, wish), presentDocument),
    listDocuments: async ({ query: { kind, ...wish } }) =>
      presentPage(await listDocuments(deps, { kind }, wish), presentDocument),
    readDocument: async ({ caller, params, query }) =>
      presentFile(deps.pdfs, await readDocument(deps, caller, params.number), query),
  };
}

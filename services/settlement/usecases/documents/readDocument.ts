import { type DocumentNumber } from '#shared/contracts/settlement/documents';
import { found, notFound } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { type Document } from '../../domain/documents/document';
import { type SettlementDeps } from '../deps';

/** A document, for whom it was issued to and for operators. @throws {Refused} NOT_FOUND */
export async function readDocument(
  { documents }: Pick<SettlementDeps, 'documents'>,
  caller: AccountCaller,
  number: DocumentNumber,
): Promise<Document> {
  const document = found(await documents.find(number));
  if (document.owner !== caller.accountId && !holds(caller, 'operator')) throw notFound();
  return document;
}

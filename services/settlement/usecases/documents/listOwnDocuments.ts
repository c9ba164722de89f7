import { type Page } from '#shared/contracts/common';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Document } from '../../domain/documents/document';
import { type DocumentSearch } from '../../storage/documents/documentStore';
import { type SettlementDeps } from '../deps';

/** The caller's documents, newest first. */
export const listOwnDocuments = (
  { documents }: Pick<SettlementDeps, 'documents'>,
  { accountId }: AccountCaller,
  kind: DocumentSearch['kind'],
  wish: PageWish,
): Promise<Page<Document>> => documents.page({ owner: accountId, kind }, wish);

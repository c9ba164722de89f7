import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Document } from '../../domain/documents/document';
import { type DocumentSearch } from '../../storage/documents/documentStore';
import { type SettlementDeps } from '../deps';

/** Issued documents, newest first. */
export const listDocuments = (
  { documents }: Pick<SettlementDeps, 'documents'>,
  search: DocumentSearch,
  wish: PageWish,
): Promise<Page<Document>> => documents.page(search, wish);

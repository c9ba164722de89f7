import { type DocumentNumber } from '#shared/contracts/settlement/documents';
import { defineModel } from '#shared/kit/mongo/models';
import { type Document } from '../../domain/documents/document';

/** Named by its number. */
export type StoredDocument = Omit<Document, 'number'> & {
  _id: DocumentNumber;
  /** `R2026`, and which of it: 1, 2, 3, … */
  readonly series: string;
  readonly serial: number;
};

export const DocumentModel = defineModel<StoredDocument>({
  name: 'Document',
  collection: 'documents',
  indexes: [
    // Of one subject there is one document, and each number of a series is given once.
    [{ subject: 1 }, { unique: true }],
    [{ series: 1, serial: -1 }, { unique: true }],
    // All documents and those of a kind, newest first; and the same of one reader.
    [{ issuedAt: -1, _id: -1 }],
    [{ kind: 1, issuedAt: -1, _id: -1 }],
    [{ owner: 1, issuedAt: -1, _id: -1 }],
    [{ owner: 1, kind: 1, issuedAt: -1, _id: -1 }],
  ],
});

export function toDocument({ _id, series: _series, serial: _serial, ...rest }: StoredDocument): Document {
  return { ...rest, number: _id };
}

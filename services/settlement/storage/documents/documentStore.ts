import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type AccountId } from '#shared/contracts/ids';
import { type DocumentKind, DocumentNumber } from '#shared/contracts/settlement/documents';
import { Overloaded } from '#shared/kit/batch/overloaded';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { nativeOn } from '#shared/kit/mongo/models';
import { newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type Document, type Draft, numberAt, seriesOf } from '../../domain/documents/document';
import { DocumentModel, type StoredDocument, toDocument } from './documentModel';

/** Issuers that can get ahead of one. */
const maxTries = 1_000;

export type DocumentSearch = { readonly owner?: AccountId; readonly kind?: DocumentKind | undefined };

/**
 * Issued documents. A document gets its number in the write that keeps it whole: the last number of the series plus one, taken only if
 * nobody else has taken it. So no number is ever missing, wherever a process dies, and nothing here changes a document.
 */
export class DocumentStore {
  readonly #documents: mongo.Collection<StoredDocument>;

  constructor(connection: Connection) {
    this.#documents = nativeOn(connection, DocumentModel);
  }

  /**
   * Issues a document; the same subject again gives the one that was issued, as it was.
   * @param day of the issue, in the city's time
   */
  async issue(draft: Draft, { day, at }: { readonly day: string; readonly at: Date }): Promise<Document> {
    const series = seriesOf(draft.kind, day);
    for (let tries = 0; tries < maxTries; tries += 1) {
      const issued = await this.ofSubject(draft.subject);
      if (issued) return issued;
      const serial = (await this.#last(series)) + 1;
      const document: StoredDocument = {
        _id: numberAt(series, serial),
        series,
        serial,
        ...draft,
        issuedAt: at,
      };
      try {
        await this.#documents.insertOne(document);
        return toDocument(document);
      } catch (error) {
        // Somebody else was quicker: with this subject, or with this number.
        if (!isDuplicateKey(error)) throw error;
      }
    }
    throw new Overloaded('issue documents', maxTries);
  }

  async find(number: DocumentNumber): Promise<Document | undefined> {
    const found = await this.#documents.findOne({ _id: number });
    return found ? toDocument(found) : undefined;
  }

  async ofSubject(subject: string): Promise<Document | undefined> {
    const found = await this.#documents.findOne({ subject });
    return found ? toDocument(found) : undefined;
  }

  /** Newest first. */
  page({ owner, kind }: DocumentSearch, wish: PageWish): Promise<Page<Document>> {
    const filter = { ...(owner === undefined ? {} : { owner }), ...(kind === undefined ? {} : { kind }) };
    return pageByKey({
      order: newestFirst('issuedAt', DocumentNumber),
      wish,
      find: (beyond) => this.#documents.find({ ...filter, ...beyond }),
      present: toDocument,
    });
  }

  async #last(series: string): Promise<number> {
    const last = await this.#documents
      .find({ series })
      .sort({ serial: -1 })
      .project<Pick<StoredDocument, 'serial'>>({ serial: 1 })
      .limit(1)
      .next();
    return last?.serial ?? 0;
  }
}

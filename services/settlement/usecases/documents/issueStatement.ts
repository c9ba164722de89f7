import { type Document, type Draft } from '../../domain/documents/document';
import { correctionOf, sameFigures } from '../../domain/documents/correction';
import { bookDay } from '../../domain/documents/period';
import { type SettlementDeps } from '../deps';

/**
 * Issues the statement of a period, or gives the one that was issued. Should the ledger say something else by now – an event came very
 * late – the statement stays as it is, and another one is issued that corrects it.
 *
 * After a crash nothing is half done: asked again, it is issued or found.
 */
export async function issueStatement(
  { documents, now }: Pick<SettlementDeps, 'documents' | 'now'>,
  draft: Draft,
): Promise<Document> {
  const at = now();
  let last = await documents.issue(draft, { day: bookDay(at), at });
  for (let revision = 2; ; revision += 1) {
    const correction = correctionOf(draft, last, revision);
    const known = await documents.ofSubject(correction.subject);
    if (!known) {
      if (sameFigures(last.content, draft.content)) return last;
      return documents.issue(correction, { day: bookDay(at), at });
    }
    last = known;
  }
}

import { words } from './columns';
import { type Content, type Document, type Draft } from './document';

/** `draft` as a document that corrects `issued`: the `revision`th of its subject. */
export const correctionOf = (draft: Draft, issued: Document, revision: number): Draft => ({
  ...draft,
  subject: `${draft.subject}#${revision}`,
  corrects: issued.number,
  content: {
    ...draft.content,
    facts: [...draft.content.facts, { name: words('更正', 'Corrects'), value: issued.number }],
  },
});

/** Whether two documents say the same in figures, whatever words they have for it. */
export const sameFigures = (one: Content, other: Content): boolean =>
  figuresOf(one).join() === figuresOf(other).join();

const figuresOf = ({ facts, tables }: Content): number[] =>
  [...facts.map(({ value }) => [[value]]), ...tables.map(({ rows }) => rows)]
    .flat(2)
    .flatMap((cell) => (typeof cell === 'object' && 'fen' in cell ? [cell.fen] : []));

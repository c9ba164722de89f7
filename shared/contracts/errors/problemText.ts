/** How a refusal travels and what it says to a person: what happened, and what to do next. */
export type ProblemText = { readonly status: number; readonly zh: string; readonly en: string };

export const problems = <const Table extends Readonly<Record<string, ProblemText>>>(table: Table): Table =>
  table;

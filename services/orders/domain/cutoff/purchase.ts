/** Units that are bought in whole cases. */
export type CaseOrder = { readonly cases: number; readonly surplusUnits: number };

/** `units` rounded up to whole cases of `caseUnits` (rule 7). */
export function roundToCases(units: number, caseUnits: number): CaseOrder {
  const cases = Math.ceil(units / caseUnits);
  return { cases, surplusUnits: cases * caseUnits - units };
}

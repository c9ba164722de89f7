import { errorTable, type ErrorCode } from '../contracts/errors';

/** A refusal that the caller can act on; its code is part of the contract. Anything else that is thrown is a bug. */
export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode;
  /** Further members of the problem document: plain JSON that the caller may see. */
  readonly details: Readonly<Record<string, unknown>> = {};
}

/** A refusal that needs no class of its own; `detail` says more than the table's words when given. */
export class Refused extends DomainError {
  override readonly name = 'Refused';
  override readonly code: ErrorCode;
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, detail?: string, details: Readonly<Record<string, unknown>> = {}) {
    super(detail ?? errorTable[code].en);
    this.code = code;
    this.details = details;
  }
}

/** What does not exist and what is not yours look the same. */
export const notFound = (): Refused => new Refused('NOT_FOUND');

/** `value`, or NOT_FOUND. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}

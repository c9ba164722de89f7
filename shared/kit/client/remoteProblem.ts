import { type ErrorCode, errorTable, isErrorCode } from '../../contracts/errors';
import { DomainError } from '../domainError';

/** A refusal by another service. It is passed on to our own caller as it is, unless a use case knows better. */
export class RemoteProblem extends DomainError {
  override readonly name: string = 'RemoteProblem';
  override readonly code: ErrorCode;
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, detail: string, details: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.code = code;
    this.details = details;
  }

  /** From a problem document; what is none counts as the other side being unavailable. */
  static from(document: unknown): RemoteProblem {
    if (
      typeof document !== 'object' ||
      document === null ||
      !('code' in document) ||
      !isErrorCode(document.code)
    )
      return new RemoteProblem('SERVICE_UNAVAILABLE', 'The service gave no readable answer');
    const {
      code,
      detail,
      type: _type,
      title: _title,
      status: _status,
      instance: _instance,
      ...details
    } = document as {
      code: ErrorCode;
      detail?: unknown;
    } & Record<string, unknown>;
    return new RemoteProblem(code, typeof detail === 'string' ? detail : code, details);
  }
}

/** Nobody answered, or not in time. Whoever asked us reads words that say what to do; the log reads why. */
export class Unreachable extends RemoteProblem {
  override readonly name = 'Unreachable';

  constructor(service: string, cause: unknown) {
    super('SERVICE_UNAVAILABLE', errorTable.SERVICE_UNAVAILABLE.en);
    this.cause = new Error(`${service} cannot be reached`, { cause });
  }
}

/** Whether `error` is a refusal with this code, of ours or of another service. */
export const isRefusal = (error: unknown, code: ErrorCode): boolean =>
  error instanceof DomainError && error.code === code;

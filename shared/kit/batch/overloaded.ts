import { DomainError } from '../domainError';

/** More is asked than can be done in time: refused at once rather than answered late. */
export class Overloaded extends DomainError {
  override readonly name = 'Overloaded';
  override readonly code = 'SERVICE_UNAVAILABLE';
  constructor(what: string, waiting: number) {
    super(`${what}: ${waiting} already wait`);
  }
}

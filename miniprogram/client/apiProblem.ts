import { type ErrorCode } from '#shared/contracts/errors';
import { catalogErrors } from '#shared/contracts/errors/catalog';
import { commonErrors } from '#shared/contracts/errors/common';
import { deliveryErrors } from '#shared/contracts/errors/delivery';
import { identityErrors } from '#shared/contracts/errors/identity';
import { ordersErrors } from '#shared/contracts/errors/orders';
import { currentLanguage, type Language } from '@/i18n/language';
import { translator } from '@/i18n/texts';
import { clientTexts } from './clientTexts';

const table: Readonly<Record<string, { zh: string; en: string }>> = {
  ...commonErrors,
  ...identityErrors,
  ...catalogErrors,
  ...ordersErrors,
  ...deliveryErrors,
};

/** `OFFLINE`: the server was not reached. `TIMED_OUT`: it did not answer in time; a write may have happened. */
export type ApiProblemCode = ErrorCode | 'OFFLINE' | 'TIMED_OUT';

/** Why a call did not work. `details` are the further members of the problem document, e.g. the new price. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly code: ApiProblemCode,
    /** 0 when there was no answer. */
    readonly status: number,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }

  /** Whether the same call may work a little later. */
  get passing(): boolean {
    return (
      this.status === 0 || this.status === 429 || this.status >= 500 || this.code === 'REQUEST_IN_PROGRESS'
    );
  }
}

/** What a refusal says; one that is not the gateway's own speaks of a service that is away. */
export const problemOf = ({ status, body }: { status: number; body: unknown }): ApiProblem => {
  const details = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const code =
    typeof details['code'] === 'string' ? (details['code'] as ApiProblemCode) : 'SERVICE_UNAVAILABLE';
  return new ApiProblem(code, status, details);
};

/** What to tell the person, in the screen's language. */
export const messageOf = (error: unknown, language: Language = currentLanguage()): string => {
  const t = translator(clientTexts, language);
  if (!(error instanceof ApiProblem)) return t('unexpected');
  if (error.code === 'OFFLINE') return t('offline');
  if (error.code === 'TIMED_OUT') return t('timedOut');
  const texts = table[error.code];
  if (!texts) return t('unexpected');
  return language === 'en' ? texts.en : texts.zh;
};

export const isProblem = (error: unknown, ...codes: ApiProblemCode[]): error is ApiProblem =>
  error instanceof ApiProblem && codes.includes(error.code);

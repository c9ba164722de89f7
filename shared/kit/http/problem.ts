import { errorTable, type ErrorCode, type Problem } from '../../contracts/errors';
import { z } from '../../contracts/zod';
import { DomainError } from '../domainError';
import { currentCorrelationId } from '../log/correlation';

/** The problem document for `code`; `detail` defaults to the table's words. */
export function problem(
  code: ErrorCode,
  detail?: string,
  details: Readonly<Record<string, unknown>> = {},
): Problem {
  const { status, en } = errorTable[code];
  const instance = currentCorrelationId();
  return {
    ...details,
    type: `/docs/errors#${code}`,
    title: en,
    status,
    code,
    detail: detail ?? en,
    ...(instance === undefined ? {} : { instance }),
  };
}

/** What the caller is told about `error`. A bug reveals nothing: it is logged by whoever calls this. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DomainError) return problem(error.code, error.message, error.details);
  if (error instanceof z.ZodError)
    return problem('MALFORMED_REQUEST', undefined, { issues: issuesOf(error) });
  const code = codeOfHttpError(error);
  return problem(code ?? 'INTERNAL');
}

const issuesOf = (error: z.ZodError): { path: string; message: string }[] =>
  error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.map(String).join('.'), message }));

/** Refusals of Express, its body parsers and multer carry a status (or are named): they are the caller's mistakes. */
function codeOfHttpError(error: unknown): ErrorCode | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'MulterError')
    return 'code' in error && error.code === 'LIMIT_FILE_SIZE' ? 'BODY_TOO_LARGE' : 'MALFORMED_REQUEST';
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  if (status === 413) return 'BODY_TOO_LARGE';
  if (status === 415) return 'UNSUPPORTED_MEDIA_TYPE';
  return status !== undefined && status >= 400 && status < 500 ? 'MALFORMED_REQUEST' : undefined;
}

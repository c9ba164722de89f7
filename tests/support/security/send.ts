import { randomInt } from 'node:crypto';
import { type Endpoint } from '../../../shared/contracts/endpoint';
import { pathOf } from '../../../shared/kit/client/httpTransport';
import { type Sample } from './sample';

/** A request as nobody's client would send it. */
export type Raw = {
  readonly method: string;
  /** Below `/api`, already encoded. */
  readonly path: string;
  readonly body?: string | FormData;
  readonly contentType?: string;
  readonly token?: string | undefined;
};

export type Answer = { readonly status: number; readonly text: string; readonly code: string | undefined };

/**
 * Sends a request from an address of its own, so that the limits per address, which protect the real thing, do not hide the
 * answers.
 */
export async function send(url: string, { method, path, body, contentType, token }: Raw): Promise<Answer> {
  const reply = await fetch(`${url}/api${path}`, {
    method,
    headers: {
      'X-Forwarded-For': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
      'Idempotency-Key': `key-${randomInt(2 ** 40)}`,
      ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body }),
    signal: AbortSignal.timeout(15_000),
  });
  const text = await reply.text();
  return { status: reply.status, text, code: codeOf(text) };
}

function codeOf(text: string): string | undefined {
  try {
    const { code } = JSON.parse(text) as { code?: unknown };
    return typeof code === 'string' ? code : undefined;
  } catch {
    return undefined;
  }
}

/** The sample as an honest client would send it. */
export function honest(endpoint: Endpoint, { params, query, body }: Sample, token?: string): Raw {
  const method = endpoint.method.toUpperCase();
  return {
    method,
    path: pathOf(endpoint, { params, query }),
    token,
    ...(endpoint.upload
      ? { body: upload() }
      : body === undefined
        ? {}
        : { body: JSON.stringify(body), contentType: 'application/json' }),
  };
}

/** A form with a file that is no picture. */
function upload(): FormData {
  const form = new FormData();
  form.set('file', new Blob(['no picture'], { type: 'image/jpeg' }), 'a.jpg');
  return form;
}

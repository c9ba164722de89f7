import { timingSafeEqual } from 'node:crypto';
import { unauthorised } from '../failures';

/** Checks a bearer or basic key against the sandbox's own. */
export function createAuthorise(secretKey: string) {
  const right = Buffer.from(secretKey);
  /** @throws StripeFailure 401 when there is no key, a publishable one, or another */
  return (header: string | undefined) => {
    const key = header === undefined ? '' : keyIn(header);
    if (key === '')
      throw unauthorised(
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      );
    const given = Buffer.from(key);
    if (given.length === right.length && timingSafeEqual(given, right)) return;
    if (key.startsWith('pk_'))
      throw unauthorised(
        'This API call cannot be made with a publishable API key. Please use a secret API key.',
        'secret_key_required',
      );
    throw unauthorised(`Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`);
  };
}

function keyIn(header: string): string {
  const [scheme = '', value = ''] = header.split(' ', 2);
  if (/^bearer$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString().split(':')[0] ?? '';
  return '';
}

import { sleep } from './waiting';

/** The page where a person pays did not take the answer. */
export class PayPageRefused extends Error {
  override readonly name = 'PayPageRefused';
}

type Answer = { readonly action: 'pay' | 'decline'; readonly number?: string };

/**
 * What a person does on the payment page: fills the form in and presses a button. A broken connection is tried again, as a
 * person would reload the page; the page itself takes only one payment.
 * @throws {PayPageRefused}
 */
export async function answerPayPage(pageUrl: string, answer: Answer, retries: number): Promise<void> {
  const { action, number } = answer;
  const form = new URLSearchParams({ action, ...(number === undefined ? {} : { method: 'card', number }) });
  for (let attempt = 0; ; attempt += 1) {
    const status = await post(pageUrl, form);
    if (status === 303) return;
    if (attempt >= retries || (status !== undefined && status < 500))
      throw new PayPageRefused(`the page ${new URL(pageUrl).pathname} answered ${status ?? 'nothing'}`);
    await sleep(100 * 2 ** attempt);
  }
}

const post = (url: string, body: URLSearchParams): Promise<number | undefined> =>
  fetch(url, { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(20_000) }).then(
    ({ status }) => status,
    () => undefined,
  );

import { type Language } from '#shared/contracts/common';
import { type Log } from '#shared/kit/log/log';
import { type CodeDelivery } from '../usecases/deps';

/** For machines without a text message service: the code stands in the log. */
export const logDelivery =
  (log: Log): CodeDelivery =>
  (phone, code) => {
    log.info(`sandbox text message to the phone ending in ${phone.slice(-4)}: the sign-in number is ${code}`);
    return Promise.resolve();
  };

const words: Readonly<Record<Language, (code: string) => string>> = {
  'zh-CN': (code) => `【邻团】您的验证码是 ${code}，5 分钟内有效，请勿告诉他人。`,
  en: (code) => `Lintuan: your code is ${code}. It is valid for 5 minutes. Tell it to nobody.`,
};

/** Hands the text to a message gateway: `POST url { phone, text }`, any 2xx is a success. */
export const gatewayDelivery =
  (url: string): CodeDelivery =>
  async (phone, code, language) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ phone, text: words[language](code) }),
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new Error(`the text message gateway answered ${response.status}`);
  };

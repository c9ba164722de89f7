import { hash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { type Mailer } from './mailer';

const timeoutMs = 15_000;

type Smtp = {
  /** `smtps://user:password@host:465`. */
  readonly url: string;
  /** `Lintuan <orders@shop.example>`. */
  readonly from: string;
};

/** Sends by a mail server. */
export function smtpMailer({ url, from }: Smtp): Mailer {
  const transport = createTransport({
    url,
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
  });
  const host = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ messageId, ...mail }) {
      await transport.sendMail({ from, ...mail, messageId: `<${hash('sha256', messageId)}@${host}>` });
    },
    close() {
      transport.close();
    },
  };
}

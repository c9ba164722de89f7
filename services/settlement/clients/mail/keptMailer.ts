import { type Log } from '#shared/kit/log/log';
import { type Mail, type Mailer } from './mailer';

const mostKept = 100;

/** Stands in for a mail server: keeps the newest mails, and tells the log of each. Nothing leaves the house. */
export function keptMailer(log: Log): Mailer & { readonly mails: readonly Mail[] } {
  const mails: Mail[] = [];
  return {
    mails,
    send(mail) {
      mails.push(mail);
      mails.splice(0, mails.length - mostKept);
      log.info({ to: mail.to, subject: mail.subject }, 'a mail was kept: no mail server is configured');
      return Promise.resolve();
    },
    close: () => undefined,
  };
}

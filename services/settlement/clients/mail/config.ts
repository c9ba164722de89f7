import { z } from '#shared/contracts/zod';
import { address, ConfigError, readEnvironment } from '#shared/kit/config/environment';
import { type Mailer } from './mailer';
import { smtpMailer } from './smtpMailer';

const error = 'must be an address to send from, such as Lintuan <orders@shop.example>';

/** How mail leaves the house: both or none. */
export const mailEnvironment = {
  SMTP_URL: address(['smtp', 'smtps']).optional(),
  SMTP_FROM: z
    .string(error)
    .regex(/^([^<>]+<[^@<>\s]+@[^@<>\s]+>|[^@<>\s]+@[^@<>\s]+)$/, error)
    .optional(),
};

/** The mail server that the environment names; undefined without one. @throws {ConfigError} */
export function readMailer(environment = process.env): Mailer | undefined {
  const { SMTP_URL: url, SMTP_FROM: from } = readEnvironment(mailEnvironment, environment);
  if (url !== undefined && from !== undefined) return smtpMailer({ url, from });
  if (url === undefined && from === undefined) return undefined;
  throw new ConfigError([`${url === undefined ? 'SMTP_URL' : 'SMTP_FROM'} is not set: mail needs both`]);
}

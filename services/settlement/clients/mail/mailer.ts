/** A mail in plain text. */
export type Mail = {
  /** The same mail sent twice has the same one: mail programs show it once. Letters, digits, `.`, `:` and `_`. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** Sends mail. */
export type Mailer = {
  /** @throws when the mail was not taken: try it again later */
  send(mail: Mail): Promise<void>;
  close(): void;
};

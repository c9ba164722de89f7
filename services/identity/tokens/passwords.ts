import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password for somebody who will choose another: 72 bits. */
export const newPassword = (): string => randomBytes(9).toString('base64url');

export const hashPassword = (password: string): Promise<string> => hash(password, options);

let nobodysHash: Promise<string> | undefined;

/** Whether `password` is right. Without a hash (nobody has this name) the answer is no, after the same work. */
export async function passwordMatches(storedHash: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const matches = await verify(storedHash ?? (await nobodysHash), password);
  return storedHash !== undefined && matches;
}

import { z } from './zod';

/** An address of our own that a person comes back to: a path below the public address. */
export const ReturnPath = z
  .string()
  .max(300)
  .regex(/^\/(?:[\x21-\x2e\x30-\x5b\x5d-\x7e][\x21-\x7e]*)?$/, 'must be a path of ours');

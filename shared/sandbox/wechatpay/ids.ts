import { randomBytes } from 'node:crypto';
import { beijing } from '../kit/beijing';
import { randomDigits } from '../kit/ids';

/** Numbers in the forms of WeChat Pay's examples. */
export const newPrepayId = (at: number) => `wx${beijing.digits(at)}${randomBytes(10).toString('hex')}`;
export const newTransactionId = (at: number) =>
  `42000${randomDigits(5)}${beijing.digits(at, 8)}${randomDigits(10)}`;
export const newRefundId = (at: number) => `50${randomDigits(8)}${beijing.digits(at, 8)}${randomDigits(11)}`;

import { z } from '#shared/contracts/zod';

/** `12.34` for 1234 fen. */
export const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

/** An amount in yuan as Alipay writes it; becomes fen. */
export const Yuan = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,2})?$/)
  .transform((text) => {
    const [whole = '', part = ''] = text.split('.');
    return Number(whole) * 100 + Number(part.padEnd(2, '0'));
  });

const beijingAheadMs = 8 * 3_600_000;

/** `2026-11-30 16:00:00`: Alipay writes and reads moments in Beijing's time, wherever the server stands. */
export const beijingTime = (at: Date): string =>
  new Date(at.getTime() + beijingAheadMs).toISOString().slice(0, 19).replace('T', ' ');

/** A moment as Alipay writes it. */
export const BeijingTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
  .transform((text) => new Date(`${text.replace(' ', 'T')}+08:00`));

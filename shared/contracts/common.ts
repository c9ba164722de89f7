import { contactPhone, plainPhone } from './phone';
import { hasControls, isVisible } from './text';
import { z } from './zod';

/** An instant: ISO-8601 in UTC with milliseconds, `2026-03-01T08:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 }).meta({ example: '2026-03-01T08:00:00.000Z' });
/** A day in the city's own time zone, `2026-03-01`. */
export const CityDate = z.iso.date().meta({ example: '2026-03-01' });
/** A time of day in the city's own time zone, `09:30`. */
export const TimeOfDay = z
  .string()
  .regex(/^([01][0-9]|2[0-4]):[0-5][0-9]$/)
  .meta({ example: '09:30' });
export const TimeWindow = z.strictObject({ from: TimeOfDay, to: TimeOfDay });

/** WGS-84 degrees. */
export const Position = z
  .strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
  .meta({ id: 'Position' });
export type Position = z.infer<typeof Position>;

/**
 * Text a person typed: trimmed, of a bounded length, with something to see in it (unless it may be empty), without control characters and
 * without those that turn or hide text.
 */
export const Text = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !hasControls(text), { error: 'must not contain control characters' })
    .refine((text) => text === '' || isVisible(text), { error: 'must have a visible character' });

/** The same words in both languages of the product. */
export const Bilingual = (max: number) => z.strictObject({ zh: Text(max), en: Text(max) });
export type Bilingual = { readonly zh: string; readonly en: string };

/** A mainland mobile number, eleven digits; what is typed or pasted around them is left out. */
export const Phone = z
  .string()
  .max(40)
  .overwrite(plainPhone)
  .regex(/^1[3-9][0-9]{9}$/, 'must be a mainland mobile number')
  .meta({ example: '13800138000' });

/** A number to call somebody at, in the form in which it is kept; see `contactPhone`. Nobody signs in with it. */
export const ContactPhone = z
  .string()
  .max(40)
  .overwrite((typed) => contactPhone(typed) ?? typed)
  .refine((phone) => contactPhone(phone) === phone, {
    error: 'must be a mainland mobile or landline with its area code, or begin with +852, +853 or +886',
  })
  .meta({ example: '010-65551234-801' });

/** An address that mail is sent to, as it is kept: without blanks around it. */
export const Email = z.string().trim().pipe(z.email().max(120)).meta({ example: 'orders@farm.example' });
export const Language = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof Language>;

/** Units of one Sku in one order line. */
export const Quantity = z.int().min(1).max(999);
export const Grams = z.int().min(0).max(1_000_000);

/** What went up since the last look: every aggregate a client can follow carries it. */
export const Version = z.int().min(0);

const decimal = /^-?\d+(\.\d+)?$/;

/** A number in a query, where everything is text: nothing, blanks, `0x10` and `1e3` are none. */
export const queryNumber = <Schema extends z.ZodType>(number: Schema): Schema =>
  z.preprocess(
    (given) => (typeof given === 'string' && !decimal.test(given) ? Number.NaN : given),
    number,
  ) as unknown as Schema;

/** Query part of every list: at most `limit` items after the opaque `cursor` of the page before. */
export const pageQuery = {
  cursor: z.string().min(1).max(200).optional(),
  limit: queryNumber(z.coerce.number<string>().int().min(1).max(100)).default(20),
};
/** Reply of every list; no `nextCursor` means that this was the last page. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });
export type Page<Item> = { items: Item[]; nextCursor?: string | undefined };

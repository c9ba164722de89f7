import { publicEndpoints } from './apis';
import { z } from './zod';

type Query = z.ZodObject;
/** The object inside checks and defaults. */
const objectOf = (schema: z.ZodType): Query | undefined =>
  schema instanceof z.ZodObject ? schema : undefined;
const numbers = publicEndpoints.flatMap(({ id, query }) => {
  const object = query && objectOf(query);
  if (!object) return [];
  return Object.entries(object.shape).flatMap(([name, schema]) => {
    const { type } = z.toJSONSchema(schema as z.ZodType, { io: 'output', unrepresentable: 'any' });
    return type === 'number' || type === 'integer' ? [{ id, name, schema: schema as z.ZodType }] : [];
  });
});

test('there are numbers in queries', () => {
  expect(numbers.map(({ name }) => name)).toEqual(expect.arrayContaining(['lng', 'lat', 'limit']));
});

test.each(numbers)('$id takes for $name what is a number, and nothing else', ({ schema }) => {
  for (const given of [
    '',
    ' ',
    '\t',
    'x',
    '0x1',
    '1e0',
    '１',
    '1,5',
    'NaN',
    'Infinity',
    '+1',
    '--1',
    ['1', '2'],
  ])
    expect([given, schema.safeParse(given).success]).toEqual([given, false]);
  expect(schema.parse('1')).toBe(1);
});

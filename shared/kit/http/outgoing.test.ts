import fc from 'fast-check';
import { publicEndpoints } from '../../contracts/apis';
import { z } from '../../contracts/zod';
import { outgoing } from './outgoing';

const Box = z.object({
  id: z.string().regex(/^box_/),
  note: z.string().optional(),
  weight: z.int().min(0).nullable(),
  sealed: z.boolean(),
  state: z.enum(['open', 'shut']),
  kind: z.literal('box'),
  inside: z.array(z.object({ name: z.string() })),
  counts: z.record(z.string(), z.number()),
  way: z.discriminatedUnion('by', [
    z.object({ by: z.literal('road'), lanes: z.int() }),
    z.object({ by: z.enum(['sea', 'lake']), knots: z.int() }),
  ]),
  extra: z.union([z.string(), z.int()]).optional(),
});
const box: z.infer<typeof Box> = {
  id: 'box_1',
  weight: null,
  sealed: true,
  state: 'open',
  kind: 'box',
  inside: [{ name: 'pear' }],
  counts: { pears: 1 },
  way: { by: 'lake', knots: 3 },
};
const take = outgoing(Box);

test('what the contract does not name stays inside, at every depth', () => {
  const secret = { passwordHash: '…' };
  const reply = { ...box, ...secret, inside: [{ name: 'pear', ...secret }], way: { ...box.way, ...secret } };
  expect(take(reply)).toEqual(box);
});

test.each<[string, object]>([
  ['a field that is missing', { sealed: undefined }],
  ['another kind of value', { id: 7 }],
  ['no number', { weight: Number.NaN }],
  ['an object in place of a list', { inside: { 0: { name: 'pear' } } }],
  ['a list in place of an object', { inside: [['pear']] }],
  ['a word that is none of those', { state: 'ajar' }],
  ['nothing where something must be', { way: null }],
  ['a variant that does not exist', { way: { by: 'air' } }],
  ['something else where one of several is allowed', { extra: true }],
])('%s is refused, and the error says where', (_, wrong) => {
  const [field = ''] = Object.keys(wrong);
  expect(() => take({ ...box, ...wrong })).toThrow(z.ZodError);
  expect(() => take({ ...box, ...wrong })).toThrow(`"${field}"`);
});

test('it takes what the parser takes', () => {
  const text = fc.string();
  const arbitrary = fc.record(
    {
      id: text.map((end) => `box_${end}`),
      note: text,
      weight: fc.option(fc.nat()),
      sealed: fc.boolean(),
      state: fc.constantFrom('open', 'shut'),
      kind: fc.constant('box'),
      inside: fc.array(fc.record({ name: text, price: fc.nat() })),
      counts: fc.dictionary(fc.constantFrom('pears', 'plums', 'figs'), fc.nat()),
      way: fc.oneof(
        fc.record({ by: fc.constant('road'), lanes: fc.nat(), toll: fc.nat() }),
        fc.record({ by: fc.constantFrom('sea', 'lake'), knots: fc.nat() }),
      ),
      extra: fc.oneof(text, fc.nat()),
      secret: text,
    },
    { requiredKeys: ['id', 'weight', 'sealed', 'state', 'kind', 'inside', 'counts', 'way'] },
  );
  fc.assert(
    fc.property(arbitrary, (reply) => {
      expect(take(reply)).toEqual(Box.parse(reply));
    }),
  );
});

test('every reply of the public API can be taken apart', () => {
  for (const { reply } of publicEndpoints)
    if (reply) expect(() => outgoing(reply)(undefined)).toThrow(z.ZodError);
});

import { type ClaimDraft, claimedFen, isPaidAtOnce, type TermsLine } from './claimDraft';

const fen = (amount: number) => ({ amount, currency: 'CNY' }) as const;
const line = {
  ...{ lineId: 'l1', title: { zh: '番茄', en: 'Tomatoes' }, units: 3, causes: ['spoiled'] },
  ...{ base: fen(1_000), left: fen(700), atOnceUpTo: fen(500) },
} as unknown as TermsLine;

test.each([
  [{ kind: 'percent', percent: 50 }, 500],
  [{ kind: 'units', units: 1 }, 334],
  [{ kind: 'units', units: 2 }, 667],
  [{ kind: 'units', units: 9 }, 700],
  [{ kind: 'percent', percent: 100 }, 700],
] as const)('%j of a line comes to %i fen, never more than is left', (share, expected) => {
  expect(claimedFen(line, share)).toBe(expected);
});

test('what the phone says is what the service pays, to the fen', () => {
  const dear = { ...line, base: fen(1_001), left: fen(1_001) };
  expect(claimedFen(dear, { kind: 'percent', percent: 25 })).toBe(250);
  expect(claimedFen(dear, { kind: 'units', units: 2 })).toBe(668);
});

test('only a small one with a photo of the camera, for a cause that the rules know, is said to be paid at once', () => {
  const camera = { path: 'a', source: 'camera' } as const;
  const said = (part: Partial<ClaimDraft>, fen = 500) =>
    isPaidAtOnce(line, fen, { note: '', cause: 'spoiled', photo: camera, ...part });
  expect(said({})).toBe(true);
  expect(said({}, 501)).toBe(false);
  expect(said({ photo: { path: 'a', source: 'file' } })).toBe(false);
  // A person looks at it, whatever it costs.
  expect(said({ cause: 'other' })).toBe(false);
});

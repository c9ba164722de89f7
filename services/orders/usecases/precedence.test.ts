import { Precedence } from './precedence';

const turned = (turn: Promise<void>): Promise<boolean> =>
  Promise.race([turn.then(() => true), new Promise<false>((resolve) => setImmediate(resolve, false))]);

test('what can wait goes on when all that goes first is done, work that follows at once included', async () => {
  const precedence = new Precedence();
  await precedence.turn();
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => ends.push(resolve));
  const phases = precedence.first(work).then(() => precedence.first(work));
  const beside = precedence.first(work);
  const turn = precedence.turn();
  expect(await turned(turn)).toBe(false);
  ends[1]!();
  await beside;
  expect(await turned(turn)).toBe(false);
  ends[0]!();
  expect(await turned(turn)).toBe(false);
  expect(ends).toHaveLength(3);
  ends[2]!();
  await phases;
  await turn;
});

test('work that fails holds nobody up', async () => {
  const precedence = new Precedence();
  const failing = precedence.first(() => Promise.reject(new Error('no')));
  const turn = precedence.turn();
  await expect(failing).rejects.toThrow('no');
  await turn;
});

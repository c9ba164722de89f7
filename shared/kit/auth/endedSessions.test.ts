import { SessionId } from '../../contracts/ids';
import { endedSessions } from './endedSessions';

const session = (n: number) => SessionId.parse(`ses_${n}`);

/** Identity as others see it: what ended there, and how often it was asked. */
function identity() {
  let at = new Date('2026-03-01T08:00:00.000Z');
  const ended: { sessionId: SessionId; endedAt: string }[] = [];
  const asked: string[] = [];
  let away = false;
  const isEnded = endedSessions(
    (since) => {
      asked.push(since.toISOString());
      if (away) return Promise.reject(new Error('away'));
      return Promise.resolve(ended.filter((one) => one.endedAt > since.toISOString()));
    },
    () => at,
  );
  return {
    isEnded,
    asked,
    end: (n: number) => ended.push({ sessionId: session(n), endedAt: at.toISOString() }),
    pass: (seconds: number) => {
      at = new Date(at.getTime() + seconds * 1000);
    },
    setAway: (is: boolean) => {
      away = is;
    },
  };
}

test('an ended session is known two seconds later, and many who ask are one question', async () => {
  const { isEnded, asked, end, pass } = identity();
  expect(await Promise.all([1, 2, 3].map((n) => isEnded(session(n))))).toEqual([false, false, false]);
  end(1);
  pass(2);
  expect(await Promise.all([1, 2, 3].map((n) => isEnded(session(n))))).toEqual([true, false, false]);
  expect(asked).toHaveLength(2);
});

test('a process that begins later knows what ended before, until no token can be left', async () => {
  const { isEnded, end, pass } = identity();
  end(1);
  pass(600);
  expect(await isEnded(session(1))).toBe(true);
  pass(62);
  expect(await isEnded(session(2))).toBe(false);
  expect(await isEnded(session(1))).toBe(false);
});

test('while identity is away what is known counts, and it is asked again after a rest', async () => {
  const { isEnded, asked, end, pass, setAway } = identity();
  end(1);
  expect(await isEnded(session(1))).toBe(true);
  setAway(true);
  end(2);
  pass(2);
  expect(await Promise.all([1, 2].map((n) => isEnded(session(n))))).toEqual([true, false]);
  pass(5);
  await isEnded(session(2));
  expect(asked).toHaveLength(2);
  setAway(false);
  pass(5);
  expect(await isEnded(session(2))).toBe(true);
});

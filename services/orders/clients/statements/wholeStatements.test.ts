import { type StatementRow } from '../paymentProvider';
import { wholeStatements } from './wholeStatements';

const day = '2026-03-01';
const row: StatementRow = {
  ...{ rowId: '1', kind: 'payment', amountFen: 100, feeFen: 1 },
  at: new Date('2026-03-01T04:00:00.000Z'),
};

type Deferred<T> = {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
};

function deferred<T>(): Deferred<T> {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}

/** A provider whose bills come when the test gives them. */
function provider() {
  const asked: string[] = [];
  let running: Deferred<readonly StatementRow[] | 'waiting'>[] = [];
  const read = wholeStatements((of) => {
    asked.push(of);
    const one = deferred<readonly StatementRow[] | 'waiting'>();
    running.push(one);
    return one.promise;
  });
  const end = (work: (one: (typeof running)[number]) => void) => {
    const ended = running;
    running = [];
    ended.forEach(work);
  };
  return {
    asked,
    read,
    gives: (rows: readonly StatementRow[] | 'waiting') => {
      end((one) => {
        one.resolve(rows);
      });
    },
    fails: (error: Error) => {
      end((one) => {
        one.reject(error);
      });
    },
  };
}

test('who asks for a bill that is being fetched waits for that one', async () => {
  const { asked, read, gives } = provider();
  const pages = [read(day, undefined), read(day, undefined), read('2026-03-02', undefined)];
  expect(asked).toEqual([day, '2026-03-02']);
  gives([row]);
  expect(await Promise.all(pages)).toEqual(pages.map(() => ({ kind: 'page', rows: [row] })));
});

test('what failed, or was not there yet, is fetched again when it is asked for again', async () => {
  const { asked, read, gives, fails } = provider();
  const failing = [read(day, undefined), read(day, undefined)];
  fails(new Error('away'));
  for (const outcome of await Promise.allSettled(failing))
    expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'away' } });
  const early = read(day, undefined);
  gives('waiting');
  expect(await early).toEqual({ kind: 'waiting' });
  const late = read(day, undefined);
  gives([row]);
  expect(await late).toEqual({ kind: 'page', rows: [row] });
  expect(asked).toEqual([day, day, day]);
});

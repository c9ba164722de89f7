/**
 * `npm run demo`: plays a compressed day through the public API and checks its books. It plays against `--url http://…`, or
 * the start that answers at PORT, or one that it makes for itself. Exit code 1 when something does not balance.
 */
import { parseArgs } from 'node:util';
import { realTime } from './demo/actors/time';
import { compressed } from './demo/day/pace';
import { narrator } from './demo/narrator';
import { playDay } from './demo/playDay';
import { type Check } from './demo/books/checks';
import { startOwn } from './demo/system/ownStart';
import { findStripeAccess } from './demo/system/stripeAccess';

const { values: given } = parseArgs({
  options: {
    url: { type: 'string' },
    seconds: { type: 'string', default: String(compressed.presaleSeconds) },
  },
});

const write = (line: string) => {
  process.stdout.write(`${line}\n`);
};

async function main(): Promise<number> {
  const running = given.url ?? (await answering(`http://127.0.0.1:${process.env['PORT'] ?? '8080'}`));
  if (running !== undefined) {
    write(`Playing against the start at ${running}.`);
    return play(running, process.env['DATA_DIR'] ?? './data');
  }
  write(
    'Nothing runs yet: starting everything on a free port, with a data folder that goes away afterwards.',
  );
  const own = await startOwn((line) => {
    write(`    ${line}`);
  });
  try {
    return await play(own.url, own.dataDir);
  } finally {
    await own.stop();
  }
}

async function play(url: string, dataDir: string): Promise<number> {
  const checks = await playDay({
    connection: { url, retries: 3, time: realTime },
    narrator: narrator(write, realTime),
    pace: { ...compressed, presaleSeconds: Number(given.seconds) },
    stripe: await findStripeAccess(url, dataDir),
  });
  write('');
  for (const one of checks) write(lineOf(one));
  const wrong = checks.filter(({ holds }) => !holds);
  write('');
  write(
    wrong.length === 0
      ? `All ${checks.length} checks hold: the books balance.`
      : `${wrong.length} of ${checks.length} checks do not hold.`,
  );
  return wrong.length === 0 ? 0 : 1;
}

const lineOf = ({ name, holds, detail }: Check): string =>
  `${holds ? '  ✓' : '  ✗'} ${name.replaceAll('_', ' ')}: ${detail}`;

/** `url` when the product answers there. */
const answering = (url: string): Promise<string | undefined> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(1_500) }).then(
    ({ ok }) => (ok ? url : undefined),
    () => undefined,
  );

main().then(
  (code) => {
    process.exit(code);
  },
  (error: unknown) => {
    process.stderr.write(
      `The day could not be played to its end. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  },
);

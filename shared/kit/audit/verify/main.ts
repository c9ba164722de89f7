import { connectMongo } from '../../mongo/connect';
import { runOnServer } from '../../process/runOnDatabase';
import { readNotedHeads, verifyChains } from './verifyChains';

/**
 * `npm run audit:verify`: walks the audit chain of every service, whether the product runs or not. Prints how many entries each has and
 * its head, or the first broken link, and ends with 1 if there is any. It changes nothing. Heads that were printed before can be given
 * (`npm run audit:verify -- orders:120:9f…`): then a chain that was made anew as a whole is found, too.
 */
runOnServer('audit:verify', async (uri, log) => {
  const noted = readNotedHeads(process.argv.slice(2));
  const { lines, whole } = await verifyChains(
    (service) => connectMongo({ uri, dbName: `lintuan_${service}`, log }),
    noted,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  if (!whole) process.exitCode = 1;
});

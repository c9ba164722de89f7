import { systemClock } from '#shared/kit/clock';
import { createLog } from '#shared/kit/log/log';
import { say } from '../say';
import { backUp } from './backUp';
import { runCommand } from './command';

/** `npm run backup -- FILE`: the data folder of an all-in-one start in one file, while the product runs. */
runCommand(async ({ dataDir, file }) => {
  const log = createLog({ service: 'backup', level: 'warn' });
  say(`· Backing up ${dataDir} …`);
  const { files, madeAt } = await backUp({ dataDir, file, madeAt: systemClock(), log });
  say(`Backed up ${Object.keys(files).length} files, as they were at ${madeAt}: ${file}`);
  say('It holds personal data and secrets: keep it where only you can read it.');
});

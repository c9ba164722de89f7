import { systemClock } from '#shared/kit/clock';
import { say } from '../say';
import { runCommand } from './command';
import { restore } from './restore';

/** `npm run restore -- FILE [--replace]`: puts a backup into the data folder of an all-in-one start that does not run. */
runCommand(async ({ dataDir, file, replace }) => {
  say(`· Restoring ${file} …`);
  const { manifest, earlier } = await restore({ dataDir, file, replace, at: systemClock() });
  say(`${dataDir} is as it was at ${manifest.madeAt}. npm start goes on from there.`);
  if (earlier !== undefined)
    say(`What was there before lies in ${earlier}: delete it when you do not need it.`);
});

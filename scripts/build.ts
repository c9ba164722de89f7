/**
 * `npm run build`: the services as JavaScript in `build/`, with what they read beside their source, and the app if
 * `npm run build:h5` has made it. `node build/services/orders/main.js` starts one; no compiler is needed from then on.
 */
import { resolve } from 'node:path';
import { buildServices } from './buildServices';

const began = performance.now();
void buildServices(resolve(__dirname, '../build')).then(({ files, app }) => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const site = app ? 'with the app' : 'without the app (npm run build:h5 makes it)';
  console.log(`build/: ${files} files, ${site}, in ${seconds} s`);
});

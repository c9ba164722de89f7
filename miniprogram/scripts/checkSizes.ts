import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageSizes } from './packageSizes';

/**
 * Fails when a build has grown too big to open quickly: `npm run build:check-sizes` after `build:weapp` and `build:h5`.
 * WeChat: 1.5 MB main package, 1 MB per subpackage. H5: 250 KB of compressed script before the first screen.
 */
const dist = path.join(__dirname, '..', 'dist');
const KB = 1024;

type Measure = { readonly what: string; readonly bytes: number; readonly limit: number };

const weapp = (): Measure[] =>
  packageSizes(path.join(dist, 'weapp')).map(({ name, bytes }) => ({
    what: `weapp ${name}`,
    bytes,
    limit: (name === 'main' ? 1.5 : 1) * KB * KB,
  }));

const h5 = (): Measure => {
  const root = path.join(dist, 'h5');
  const files = JSON.parse(readFileSync(path.join(root, 'first-screen.json'), 'utf8')) as string[];
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(root, file))).length, 0);
  return { what: 'h5 first screen (gzip)', bytes, limit: 250 * KB };
};

const measures = [...weapp(), h5()];
for (const { what, bytes, limit } of measures)
  console.log(
    `${bytes > limit ? 'TOO BIG' : 'ok'}  ${what}: ${(bytes / KB).toFixed(0)} of ${(limit / KB).toFixed(0)} KB`,
  );
if (measures.some(({ bytes, limit }) => bytes > limit)) process.exitCode = 1;

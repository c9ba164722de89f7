import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Compiler, emit, filesOf } from './webpack';

const source = path.join(__dirname, 'offlineWorker.js');

/** Desks have a network: a phone need not keep the operators' pages. */
const isForPhones = (request: string) => !request.includes('operator/');

/** Writes `sw.js`, the worker that keeps the app on the phone; it changes when a file of the app does. */
export class Offline {
  apply(compiler: Compiler) {
    emit(compiler, 'sw.js', (compilation) => {
      const files = filesOf(compilation, isForPhones).map((file) => `/${file}`);
      const worker = readFileSync(source, 'utf8');
      const version = createHash('sha256').update(files.join()).update(worker).digest('hex').slice(0, 12);
      return `const version = '${version}';\nconst files = ${JSON.stringify(files)};\n${worker}`;
    });
  }
}

import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** The contracts' operations as JSON; read in a process of their own, because Taro's loader knows only this folder. */
export const operationsJson = (): string => {
  const script = path.resolve(__dirname, '..', 'scripts', 'printOperations.ts');
  return execFileSync(process.execPath, ['--import', 'tsx', script], {
    cwd: path.resolve(__dirname, '..', '..'),
    encoding: 'utf8',
  }).trim();
};

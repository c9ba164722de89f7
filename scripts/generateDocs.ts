/** `npm run docs:generate`: writes what can be derived into docs/generated; with `--check` only tells what is old. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generatedDocs } from './generatedDocs';

const folder = resolve(__dirname, '../docs/generated');
const check = process.argv.includes('--check');

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(await generatedDocs(folder))) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    if (check) process.exitCode = 1;
    else writeFileSync(path, text);
    console.log(`docs/generated/${name} ${check ? 'is old: npm run docs:generate' : 'was written'}`);
  }
}

void main();

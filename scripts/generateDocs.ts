/** `npm run docs:generate`: writes what can be derived into docs/generated. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDocs, generatedFolder } from './generatedDocs';

async function main(): Promise<void> {
  mkdirSync(generatedFolder, { recursive: true });
  for (const [name, text] of Object.entries(await generatedDocs())) {
    writeFileSync(join(generatedFolder, name), text);
    console.log(`docs/generated/${name}`);
  }
}

void main();

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The account that was made at the first start in this folder, with its keys; without a folder a new one each time. */
export async function keptAccount<Account>(
  folder: string | undefined,
  make: () => Account,
): Promise<Account> {
  if (folder === undefined) return make();
  const path = join(folder, 'account.json');
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Account;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const account = make();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(`${path}.tmp`, JSON.stringify(account), { mode: 0o600 });
  await rename(`${path}.tmp`, path);
  return account;
}

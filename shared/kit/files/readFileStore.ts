import { join, resolve } from 'node:path';
import { z } from '../../contracts/zod';
import { address, ConfigError, readEnvironment, secret } from '../config/environment';
import { type FileStore } from './fileStore';
import { folderFileStore } from './folderFileStore';
import { s3FileStore } from './s3FileStore';

/** The variables that name a bucket, and the folder that stands in for it. `prefix`: whose files, `PICTURE`. */
export const fileStoreVariables = (prefix: string) => ({
  DATA_DIR: z.string().default('./data'),
  [`${prefix}_BUCKET_URL`]: address(['http', 'https']).optional(),
  [`${prefix}_BUCKET_REGION`]: z.string().default('us-east-1'),
  [`${prefix}_BUCKET_KEY_ID`]: z.string().optional(),
  [`${prefix}_BUCKET_SECRET`]: secret(8).optional(),
});

type Given = Readonly<Record<string, string | undefined>>;

/**
 * Where files are kept: in a folder below DATA_DIR, or in a bucket that speaks Amazon's S3 when one is named.
 * @throws {ConfigError}
 */
export function readFileStore(
  { prefix, folder }: { readonly prefix: string; readonly folder: string },
  environment: Given,
): FileStore {
  const given: Given = readEnvironment(fileStoreVariables(prefix), environment);
  const { DATA_DIR: dataDir = '', [`${prefix}_BUCKET_URL`]: bucketUrl } = given;
  if (bucketUrl === undefined) return folderFileStore(join(resolve(dataDir), folder));
  const {
    [`${prefix}_BUCKET_REGION`]: region = '',
    [`${prefix}_BUCKET_KEY_ID`]: accessKeyId,
    [`${prefix}_BUCKET_SECRET`]: secretAccessKey,
  } = given;
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new ConfigError([
      `${prefix}_BUCKET_KEY_ID and ${prefix}_BUCKET_SECRET must go with ${prefix}_BUCKET_URL`,
    ]);
  return s3FileStore({ bucketUrl, region, accessKeyId, secretAccessKey });
}

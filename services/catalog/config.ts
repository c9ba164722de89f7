import { join, resolve } from 'node:path';
import { z } from '#shared/contracts/zod';
import { address, ConfigError, readEnvironment, secret } from '#shared/kit/config/environment';
import { folderPictureStore } from './pictures/folderPictureStore';
import { type PictureStore } from './pictures/pictureStore';
import { s3PictureStore } from './pictures/s3PictureStore';

/** Where pictures are kept: in a folder, or in a bucket that speaks Amazon's S3 when one is named. */
export const catalogEnvironment = {
  DATA_DIR: z.string().default('./data'),
  PICTURE_BUCKET_URL: address(['http', 'https']).optional(),
  PICTURE_BUCKET_REGION: z.string().default('us-east-1'),
  PICTURE_BUCKET_KEY_ID: z.string().optional(),
  PICTURE_BUCKET_SECRET: secret(8).optional(),
};

/** @throws {ConfigError} */
export function readPictureStore(environment = process.env): PictureStore {
  const given = readEnvironment(catalogEnvironment, environment);
  const {
    PICTURE_BUCKET_URL: bucketUrl,
    PICTURE_BUCKET_KEY_ID: accessKeyId,
    PICTURE_BUCKET_SECRET: key,
  } = given;
  if (bucketUrl === undefined) return folderPictureStore(join(resolve(given.DATA_DIR), 'pictures'));
  if (accessKeyId === undefined || key === undefined)
    throw new ConfigError([
      'PICTURE_BUCKET_KEY_ID and PICTURE_BUCKET_SECRET must go with PICTURE_BUCKET_URL',
    ]);
  return s3PictureStore({
    bucketUrl,
    region: given.PICTURE_BUCKET_REGION,
    accessKeyId,
    secretAccessKey: key,
  });
}

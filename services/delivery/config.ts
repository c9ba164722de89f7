import { type FileStore } from '#shared/kit/files/fileStore';
import { fileStoreVariables, readFileStore } from '#shared/kit/files/readFileStore';

/** What delivery reads beside what every service reads. */
export const deliveryEnvironment = fileStoreVariables('PHOTO');

/** @throws {ConfigError} */
export const readPhotoFiles = (environment = process.env): FileStore =>
  readFileStore({ prefix: 'PHOTO', folder: 'delivery-photos' }, environment);

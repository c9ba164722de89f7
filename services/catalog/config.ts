import { type FileStore } from '#shared/kit/files/fileStore';
import { fileStoreVariables, readFileStore } from '#shared/kit/files/readFileStore';

/** What catalog reads beside what every service reads. */
export const catalogEnvironment = fileStoreVariables('PICTURE');

/** @throws {ConfigError} */
export const readPictureStore = (environment = process.env): FileStore =>
  readFileStore({ prefix: 'PICTURE', folder: 'pictures' }, environment);

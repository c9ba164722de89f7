import { AwsClient } from 'aws4fetch';
import { type FileStore } from './fileStore';

export type S3Bucket = {
  /** Address of the bucket: `https://s3.eu-central-1.amazonaws.com/pictures` or one of a compatible store. */
  readonly bucketUrl: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

const timeoutMs = 10_000;

/** WebP files in a store that speaks Amazon's S3. */
export function s3FileStore({ bucketUrl, region, accessKeyId, secretAccessKey }: S3Bucket): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const send = (key: string, init: RequestInit) =>
    client.fetch(`${bucketUrl}/${key}`, { ...init, signal: AbortSignal.timeout(timeoutMs) });

  return {
    async put(key, bytes) {
      const headers = { 'Content-Type': 'image/webp' };
      const answer = await send(key, { method: 'PUT', body: new Uint8Array(bytes), headers });
      if (!answer.ok) throw new FileStoreFailed('put', answer.status);
      await answer.arrayBuffer();
    },
    async get(key) {
      const answer = await send(key, { method: 'GET' });
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw new FileStoreFailed('get', answer.status);
      return bytes;
    },
    async remove(key) {
      const answer = await send(key, { method: 'DELETE' });
      await answer.arrayBuffer();
      if (!answer.ok && answer.status !== 404) throw new FileStoreFailed('remove', answer.status);
    },
  };
}

class FileStoreFailed extends Error {
  override readonly name = 'FileStoreFailed';
  constructor(what: string, status: number) {
    super(`The file store answered ${status} to ${what}`);
  }
}

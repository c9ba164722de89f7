import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderFileStore } from './folderFileStore';
import { type FileStore } from './fileStore';
import { readFileStore } from './readFileStore';
import { s3FileStore } from './s3FileStore';

let folder: string;
let bucket: Server;
const objects = new Map<string, Buffer>();
const signatures: (string | undefined)[] = [];
const bucketUrl = () => `http://127.0.0.1:${(bucket.address() as AddressInfo).port}/files`;
const s3 = () =>
  s3FileStore({
    bucketUrl: bucketUrl(),
    region: 'us-east-1',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  bucket = createServer((req, res) => {
    signatures.push(req.headers.authorization);
    const key = req.url ?? '';
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      if (key.includes('forbidden')) res.writeHead(403).end();
      else if (req.method === 'DELETE') res.writeHead(204).end(void objects.delete(key));
      else if (req.method === 'PUT') res.end(void objects.set(key, Buffer.concat(chunks)));
      else if (objects.has(key)) res.end(objects.get(key));
      else res.writeHead(404).end('<Error/>');
    });
  });
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  bucket.closeAllConnections();
  bucket.close();
  await rm(folder, { recursive: true });
});

describe.each<[string, () => FileStore]>([
  ['a folder', () => folderFileStore(folder)],
  ['an S3 bucket', s3],
])('files in %s', (_, store) => {
  test('come back as they were put, also when put again', async () => {
    const bytes = randomBytes(10_000);
    await Promise.all([store().put('pic_1/160.webp', bytes), store().put('pic_1/160.webp', bytes)]);
    expect(await store().get('pic_1/160.webp')).toEqual(bytes);
  });

  test('are gone when they are removed, also twice', async () => {
    await store().put('pho_1.webp', Buffer.from('x'));
    await store().remove('pho_1.webp');
    await store().remove('pho_1.webp');
    expect(await store().get('pho_1.webp')).toBeUndefined();
  });

  test('that were never put are not there', async () => {
    expect(await store().get('pic_2/160.webp')).toBeUndefined();
  });
});

test('a folder holds no unfinished files', async () => {
  expect(await readdir(join(folder, 'pic_1'))).toEqual(['160.webp']);
});

test('requests to a bucket are signed, and its refusals are errors', async () => {
  await expect(s3().put('forbidden', Buffer.from('x'))).rejects.toThrow('answered 403');
  await expect(s3().get('forbidden')).rejects.toThrow('answered 403');
  expect(signatures.every((one) => one?.startsWith('AWS4-HMAC-SHA256 Credential=id/'))).toBe(true);
});

describe('by configuration', () => {
  const read = (environment: Record<string, string>) =>
    readFileStore({ prefix: 'PHOTO', folder: 'photos' }, { DATA_DIR: folder, ...environment });

  test('files lie in a folder of their own', async () => {
    await read({}).put('pho_1.webp', Buffer.from('x'));
    expect(await readdir(join(folder, 'photos'))).toEqual(['pho_1.webp']);
  });

  test('files lie in a bucket', async () => {
    const keys = { PHOTO_BUCKET_KEY_ID: 'id', PHOTO_BUCKET_SECRET: 'secret42' };
    await read({ PHOTO_BUCKET_URL: bucketUrl(), ...keys }).put('pho_2.webp', Buffer.from('x'));
    expect(await s3().get('pho_2.webp')).toEqual(Buffer.from('x'));
  });

  test('a bucket needs its keys', () => {
    expect(() => read({ PHOTO_BUCKET_URL: bucketUrl() })).toThrow('must go with PHOTO_BUCKET_URL');
  });
});

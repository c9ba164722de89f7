import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPictureStore } from '../config';
import { folderPictureStore } from './folderPictureStore';
import { type PictureStore } from './pictureStore';
import { s3PictureStore } from './s3PictureStore';

let folder: string;
let bucket: Server;
const objects = new Map<string, Buffer>();
const signatures: (string | undefined)[] = [];
const s3 = () =>
  s3PictureStore({
    bucketUrl: `http://127.0.0.1:${(bucket.address() as AddressInfo).port}/pictures`,
    region: 'us-east-1',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  bucket = createServer((req, res) => {
    signatures.push(req.headers.authorization);
    const key = req.url ?? '';
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      if (key.includes('forbidden')) res.writeHead(403).end();
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

describe.each<[string, () => PictureStore]>([
  ['a folder', () => folderPictureStore(folder)],
  ['an S3 bucket', s3],
])('pictures in %s', (_, store) => {
  test('come back as they were put, also when put again', async () => {
    const bytes = randomBytes(10_000);
    await Promise.all([store().put('pic_1/160.webp', bytes), store().put('pic_1/160.webp', bytes)]);
    expect(await store().get('pic_1/160.webp')).toEqual(bytes);
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

test('a bucket needs its keys', () => {
  expect(() => readPictureStore({ PICTURE_BUCKET_URL: 'https://s3.example/pictures' })).toThrow(
    'must go with PICTURE_BUCKET_URL',
  );
});

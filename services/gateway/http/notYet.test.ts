import request from 'supertest';
import { notYet } from './notYet';

const early = request(notYet);

test('a program that comes too early reads why, as of every refusal', async () => {
  for (const path of ['/api/orders', '/api?x=1', '/realtime/?EIO=4']) {
    const reply = await early.get(path);
    expect(reply.headers).toMatchObject({ 'content-type': 'application/problem+json', 'retry-after': '2' });
    expect([reply.status, reply.body.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  }
});

test('a person who comes too early gets a page that looks again by itself', async () => {
  for (const path of ['/', '/apidays']) {
    const reply = await early.get(path);
    expect([reply.status, reply.type]).toEqual([503, 'text/html']);
    expect(reply.text).toContain('http-equiv="refresh"');
  }
});

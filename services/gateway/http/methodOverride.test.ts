import express from 'express';
import request from 'supertest';
import { methodOverride } from './methodOverride';

const app = express();
app.use(methodOverride, (req, res) => {
  res.send(req.method);
});

test.each([
  ['post', 'PATCH', 'PATCH'],
  ['post', 'DELETE', 'POST'],
  ['get', 'PATCH', 'GET'],
] as const)('%s that names %s arrives as %s', async (method, named, arrived) => {
  const reply = await request(app)[method]('/').set('X-HTTP-Method-Override', named);
  expect(reply.text).toBe(arrived);
});

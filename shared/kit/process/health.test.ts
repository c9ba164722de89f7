import { createServer } from 'node:http';
import request from 'supertest';
import { createHealth, livenessHandler, readinessHandler } from './health';

async function ready(health: ReturnType<typeof createHealth>) {
  const handle = readinessHandler(health);
  const { status, body } = await request(createServer((req, res) => void handle(req, res))).get('/readyz');
  return { status, body: body as unknown };
}

test('ready from the start to the drain, as long as the checks pass', async () => {
  const health = createHealth();
  expect(await ready(health)).toEqual({ status: 503, body: { status: 'not ready', failing: ['starting'] } });
  let away = false;
  health.addCheck('database', () => (away ? Promise.reject(new Error('away')) : Promise.resolve()));
  health.addCheck('bus', () => Promise.resolve());
  health.started();
  expect(await ready(health)).toEqual({ status: 200, body: { status: 'ready' } });
  away = true;
  expect(await ready(health)).toEqual({ status: 503, body: { status: 'not ready', failing: ['database'] } });
  away = false;
  health.draining();
  health.started();
  expect(await ready(health)).toEqual({ status: 503, body: { status: 'not ready', failing: ['draining'] } });
});

test('a check that throws at once fails like any other', async () => {
  const health = createHealth();
  health.addCheck('database', () => {
    throw new Error('not connected');
  });
  health.started();
  expect(await health.isReady()).toEqual({ ready: false, failing: ['database'] });
});

test('whoever answers is alive', async () => {
  const reply = await request(createServer(livenessHandler)).get('/healthz');
  expect([reply.status, reply.body]).toEqual([200, { status: 'alive' }]);
});

import express from 'express';
import request from 'supertest';
import { createMetrics, processRegistry } from './metrics';
import { metricsHandler } from './metricsHandler';

const token = '0123456789abcdef-token';

test('one page tells the figures of several services and of the process', async () => {
  const [orders, catalog] = [createMetrics('orders'), createMetrics('catalog')];
  orders.httpAnswered({ operation: 'orders.placeOrder', status: 201, seconds: 0.02 });
  catalog.httpAnswered({ operation: 'catalog.listOffers', status: 200, seconds: 0.001 });
  orders.eventsPublished(3);
  orders.eventDelivered({ group: 'stock', type: 'orders.paid.v1', outcome: 'handled' });
  orders.outboxWaiting({ collection: 'orders', documents: 7, oldestSeconds: 1.5 });
  orders.jobRan({ job: 'expire', outcome: 'done', seconds: 0.1 });

  const handle = metricsHandler(
    [orders.registry, catalog.registry, processRegistry(), processRegistry()].slice(0, 3),
    token,
  );
  const reply = await request(express().get('/metrics', handle))
    .get('/metrics')
    .set('Authorization', `Bearer ${token}`);

  expect(reply.headers['content-type']).toContain('text/plain');
  const lines = reply.text.split('\n');
  for (const line of [
    'http_request_duration_seconds_count{service="orders",operation="orders.placeOrder",status="201"} 1',
    'http_request_duration_seconds_count{service="catalog",operation="catalog.listOffers",status="200"} 1',
    'events_published_total{service="orders"} 3',
    'events_delivered_total{group="stock",type="orders.paid.v1",outcome="handled",service="orders"} 1',
    'outbox_documents{collection="orders",service="orders"} 7',
    'outbox_oldest_seconds{collection="orders",service="orders"} 1.5',
    'job_duration_seconds_count{service="orders",job="expire",outcome="done"} 1',
  ])
    expect(lines.map(sorted)).toContain(sorted(line));
  const types = lines.filter((line) => line.startsWith('# TYPE'));
  expect(new Set(types).size).toBe(types.length);
  expect(reply.text).toContain('process_resident_memory_bytes');
});

test.each<[string, string | undefined, string | undefined]>([
  ['nobody without the token', token, undefined],
  ['nobody with another token', token, 'Bearer 0123456789abcdef-other'],
  ['nobody who leaves something out', token, `Bearer ${token.slice(0, -1)}`],
  ['nobody who sends it another way', token, `Basic ${token}`],
  ['nobody when there is no token', undefined, 'Bearer undefined'],
  ['nobody when there is no token and none is sent', undefined, undefined],
])('the figures are there for %s', async (_, wanted, given) => {
  const app = express().get('/metrics', metricsHandler([processRegistry()], wanted));
  const asked = request(app).get('/metrics');
  const reply = await (given === undefined ? asked : asked.set('Authorization', given));
  expect(reply.status).toBe(404);
});

/** The same sample however its labels are ordered. */
function sorted(line: string): string {
  return line.replace(/\{(.*)\}/, (_all, labels: string) => `{${labels.split(',').sort().join(',')}}`);
}

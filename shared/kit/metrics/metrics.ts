import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  readonly registry: Registry;
  /** One HTTP answer. `operation` is the contract's id, never a raw path: paths hold ids. */
  httpAnswered(answer: {
    readonly operation: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  /** One attempt of a subscriber; fits `observe` of the buses. */
  eventDelivered(what: { readonly group: string; readonly type: string; readonly outcome: string }): void;
  /** Events that the outbox relay published. */
  eventsPublished(count: number): void;
  /** Documents whose events wait to be published, and the age of the oldest such event. */
  outboxWaiting(waiting: {
    readonly collection: string;
    readonly documents: number;
    readonly oldestSeconds: number;
  }): void;
  /** One run of scheduled work; fits `observe` of `every`. */
  jobRan(run: { readonly job: string; readonly outcome: string; readonly seconds: number }): void;
};

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The figures of one service, each labelled with its name, in a registry of its own. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  const registers = [registry];
  const http = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by operation and status',
    labelNames: ['operation', 'status'],
    buckets: seconds,
    registers,
  });
  /** By operation and status: looking a series up by its labels takes longer than observing. */
  const answers = new Map<string, Histogram.Internal<'operation' | 'status'>>();
  const delivered = new Counter({
    name: 'events_delivered_total',
    help: 'Attempts to handle an event, by outcome',
    labelNames: ['group', 'type', 'outcome'],
    registers,
  });
  const published = new Counter({
    name: 'events_published_total',
    help: 'Events published from the outbox',
    registers,
  });
  const waiting = new Gauge({
    name: 'outbox_documents',
    help: 'Documents whose events wait to be published',
    labelNames: ['collection'],
    registers,
  });
  const lag = new Gauge({
    name: 'outbox_oldest_seconds',
    help: 'Age of the oldest event that waits to be published',
    labelNames: ['collection'],
    registers,
  });
  const jobs = new Histogram({
    name: 'job_duration_seconds',
    help: 'Time of a scheduled run, by outcome',
    labelNames: ['job', 'outcome'],
    buckets: seconds,
    registers,
  });
  return {
    registry,
    httpAnswered: ({ operation, status, seconds: took }) => {
      const key = `${operation} ${status}`;
      const series = answers.get(key) ?? http.labels({ operation, status });
      answers.set(key, series);
      series.observe(took);
    },
    eventDelivered: (what) => {
      delivered.inc({ group: what.group, type: what.type, outcome: what.outcome });
    },
    eventsPublished: (count) => {
      published.inc(count);
    },
    outboxWaiting: ({ collection, documents, oldestSeconds }) => {
      waiting.set({ collection }, documents);
      lag.set({ collection }, oldestSeconds);
    },
    jobRan: ({ job, outcome, seconds: took }) => {
      jobs.observe({ job, outcome }, took);
    },
  };
}

let ofThisProcess: Registry | undefined;

/** Memory, processor and event loop of this process: one registry, however many services run in it. */
export function processRegistry(): Registry {
  if (!ofThisProcess) {
    ofThisProcess = new Registry();
    collectDefaultMetrics({ register: ofThisProcess });
  }
  return ofThisProcess;
}

/** The figures of several registries as one Prometheus page; equal names are told apart by their labels. */
export async function metricsPage(
  registries: readonly Registry[],
): Promise<{ contentType: string; body: string }> {
  const all = await Promise.all(registries.map((registry) => registry.getMetricsAsJSON()));
  const merged = AggregatorRegistry.aggregate(all);
  return { contentType: merged.contentType, body: await merged.metrics() };
}

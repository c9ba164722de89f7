import { flag, readEnvironment, wholeNumber } from '#shared/kit/config/environment';

/** How long and how hard the benchmark works. */
export function readBenchConfig(given = process.argv.slice(2), environment = process.env) {
  const { BENCH_SECONDS, BENCH_CLIENTS, BENCH_CUTOFF_ORDERS } = readEnvironment(
    {
      BENCH_SECONDS: wholeNumber(1, 60).default(4),
      BENCH_CLIENTS: wholeNumber(10, 5_000).default(1_000),
      BENCH_CUTOFF_ORDERS: wholeNumber(100, 50_000).default(1_000),
      CI: flag().default(false),
    },
    environment,
  );
  return {
    /** Prints one JSON object last on standard output. */
    json: given.includes('--json'),
    /** Of each measurement, after a warm-up of a third of it. */
    seconds: BENCH_SECONDS,
    socketClients: BENCH_CLIENTS,
    /** Placed and paid before the cutoff that is measured. */
    cutoffOrders: BENCH_CUTOFF_ORDERS,
  };
}

/** What child processes take over of our environment: nothing that would configure them. */
export const inherited = (environment = process.env): Record<string, string> => ({
  PATH: environment['PATH'] ?? '',
  HOME: environment['HOME'] ?? '',
});

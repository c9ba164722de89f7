import { type IncomingMessage, type ServerResponse } from 'node:http';
import { within } from '../schedule/within';

/** Resolves when what it looks at works; rejects (or takes too long) when not. */
export type Check = () => Promise<unknown>;

export type Health = {
  /** Readiness also asks this, by a name that is shown. */
  addCheck(name: string, check: Check): void;
  /** From now on ready, as long as the checks pass. */
  started(): void;
  /** From now on not ready: the process finishes what it has and takes nothing new. */
  draining(): void;
  isReady(): Promise<{ readonly ready: boolean; readonly failing: readonly string[] }>;
};

const checkMs = 2_000;

/** What `/healthz` and `/readyz` tell: alive is whoever answers; ready is started, not draining, with every check passing. */
export function createHealth(): Health {
  const checks = new Map<string, Check>();
  let state: 'starting' | 'started' | 'draining' = 'starting';

  const failing = async (): Promise<string[]> => {
    const results = await Promise.all(
      [...checks].map(async ([name, check]) => ({ name, passed: await passes(check) })),
    );
    return results.filter(({ passed }) => !passed).map(({ name }) => name);
  };

  return {
    addCheck: (name, check) => void checks.set(name, check),
    started: () => {
      if (state === 'starting') state = 'started';
    },
    draining: () => {
      state = 'draining';
    },
    async isReady() {
      if (state !== 'started') return { ready: false, failing: [state] };
      const names = await failing();
      return { ready: names.length === 0, failing: names };
    },
  };
}

async function passes(check: Check): Promise<boolean> {
  let passed = false;
  await within(
    checkMs,
    Promise.resolve()
      .then(check)
      .then(() => {
        passed = true;
      }),
  );
  return passed;
}

/** Answers `GET /healthz`: 200 as long as the process can answer at all. Fits Express and `node:http`. */
export function livenessHandler(_request: IncomingMessage, response: ServerResponse): void {
  answer(response, 200, { status: 'alive' });
}

/** Answers `GET /readyz`: 200 when requests may be sent here, otherwise 503 with the names of what is not ready. */
export function readinessHandler(health: Pick<Health, 'isReady'>) {
  return async (_request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { ready, failing } = await health.isReady();
    answer(response, ready ? 200 : 503, ready ? { status: 'ready' } : { status: 'not ready', failing });
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

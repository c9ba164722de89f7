import { KeyedQueue } from '#shared/kit/bus/keyedQueue';
import { type ProviderEvent } from '../../clients/paymentProvider';
import { type OrdersDeps } from '../deps';
import { handleProviderEvent } from './handleProviderEvent';

const page = 200;

/**
 * What the payment provider reports: kept by its id, acknowledged, then handled. Reports come twice, late and in any order,
 * so that each only says where to look: the state is asked for.
 */
export class ProviderEvents {
  readonly #deps: OrdersDeps;
  readonly #queue = new KeyedQueue(16);

  constructor(deps: OrdersDeps) {
    this.#deps = deps;
  }

  /** Keeps a report; when this resolves it will be handled, by this process or another. */
  async receive(event: ProviderEvent): Promise<void> {
    if (event.subject.kind === 'nothing') return;
    if (await this.#deps.providerEvents.keep(event, this.#deps.now())) void this.#handle(event, 0);
  }

  /** Handles what nobody has handled: after a crash, or when it failed. Answers whether there was anything. */
  async sweep(): Promise<boolean> {
    const { providerEvents, now } = this.#deps;
    const due = await providerEvents.due(now(), page);
    await Promise.all(due.map((event) => this.#handle(event, event.failures)));
    return due.length > 0;
  }

  async close(): Promise<void> {
    await this.#queue.close();
  }

  async #handle(event: ProviderEvent, failures: number): Promise<void> {
    const { providerEvents, now, log } = this.#deps;
    const { provider, subject, eventId } = event;
    const key = 'orderId' in subject ? subject.orderId : eventId;
    try {
      await this.#queue.add(key, async () => {
        await handleProviderEvent(this.#deps, event);
        await providerEvents.handled(event, now());
        return undefined;
      });
    } catch (err) {
      log.warn(
        { err, provider, eventId, type: event.type },
        'a report of the payment provider will be handled later',
      );
      await providerEvents.failed(event, failures, now()).catch(() => undefined);
    }
  }
}

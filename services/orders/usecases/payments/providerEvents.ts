import { KeyedQueue } from '#shared/kit/bus/keyedQueue';
import { type ProviderEvent } from '../../clients/paymentProvider';
import { hasPayment, type Order } from '../../domain/order';
import { type ProviderEventStore } from '../../storage/providerEventStore';
import { type OrdersDeps } from '../deps';
import { recordIntent } from './followAttempt';
import { recordRefund } from '../refunds/payRefunds';

type Deps = OrdersDeps & { readonly events: ProviderEventStore };
const page = 200;

/**
 * What the payment provider reports: kept by its id, acknowledged, then handled. Reports come twice, late and in any order,
 * so that each only says where to look: the state is asked for.
 */
export class ProviderEvents {
  readonly #deps: Deps;
  readonly #queue = new KeyedQueue(16);

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Keeps a report; when this resolves it will be handled, by this process or another. */
  async receive(event: ProviderEvent): Promise<void> {
    if (event.subject.kind === 'nothing') return;
    if (await this.#deps.events.keep(event, this.#deps.now())) void this.#handle(event, 0);
  }

  /** Handles what nobody has handled: after a crash, or when it failed. */
  async sweep(): Promise<void> {
    const { events, now } = this.#deps;
    const due = await events.due(now(), page);
    await Promise.all(due.map((event) => this.#handle(event, event.failures)));
  }

  async close(): Promise<void> {
    await this.#queue.close();
    await this.#deps.events.close();
  }

  async #handle(event: ProviderEvent, failures: number): Promise<void> {
    const { events, now, log } = this.#deps;
    const { subject, eventId } = event;
    const key = 'orderId' in subject ? subject.orderId : eventId;
    try {
      await this.#queue.add(key, async () => {
        await handleProviderEvent(this.#deps, event);
        await events.handled(eventId, now());
        return undefined;
      });
    } catch (err) {
      log.warn({ err, eventId, type: event.type }, 'a report of the payment provider will be handled later');
      await events.failed(eventId, failures, now()).catch(() => undefined);
    }
  }
}

/** Brings the order that a report is about up to date. Reports about what is none of ours are passed over. */
export async function handleProviderEvent(deps: OrdersDeps, { type, subject }: ProviderEvent): Promise<void> {
  if (subject.kind === 'nothing' || subject.orderId === undefined) return;
  const order = await deps.orders.find(subject.orderId);
  if (!order) return;
  if (subject.kind === 'refund') {
    await recordRefund(deps, order, await deps.payments.findRefund(subject.providerRefundId));
    return;
  }
  if (isKnown(order, type, subject.intentId)) return;
  await recordIntent(deps, order, await deps.payments.find(subject.intentId));
}

/** Most reports tell what the reply to our own call told before: nothing needs to be asked. */
function isKnown(order: Order, type: string, intentId: string): boolean {
  if (!hasPayment(order) || order.facts.payment.intentId !== intentId) return false;
  const { state } = order.facts.payment;
  return type === 'payment_intent.succeeded' ? state === 'captured' : state !== 'capturing';
}

import { type Connection } from './actors/connection';
import { type Check } from './books/checks';
import { closeBooks } from './books/closeBooks';
import { type StripeAccess } from './books/stripeBooks';
import { consolidate, passCutoff } from './day/cutoff';
import { deliver } from './day/drive';
import { leaderEvening } from './day/leaderEvening';
import { planRoutes, weigh } from './day/night';
import { collect } from './day/pickup';
import { type Pace } from './day/pace';
import { prepareDay } from './day/prepare';
import { ordinaryOrders } from './day/presale';
import { cancelled, declinedThenPaid, forgotten, overTheLimit, raceForTheHotOffer } from './day/troubles';
import { type Narrator } from './narrator';

export type DayOptions = {
  readonly connection: Connection;
  readonly narrator: Narrator;
  readonly pace: Pace;
  /** Absent: Stripe's own books are not read. */
  readonly stripe?: StripeAccess | undefined;
  /** Called when an act begins; what it does happens while the day goes on. */
  readonly onAct?: (act: Act) => void;
};

export const acts = ['morning', 'presale', 'cutoff', 'night', 'delivery', 'pickup', 'books'] as const;
export type Act = (typeof acts)[number];

const titles: Readonly<globalThis.Record<Act, string>> = {
  morning: 'Getting ready',
  presale: 'Presale: the neighbours order',
  cutoff: 'Cutoff and consolidation',
  night: 'The night: weighing and planning',
  delivery: 'The couriers drive',
  pickup: 'The neighbours collect',
  books: "The day's books",
};

/**
 * Plays a whole day through the public API: from an empty selling window to collected orders.
 * @returns what must hold at the end of it, and whether it does
 */
export async function playDay(options: DayOptions): Promise<readonly Check[]> {
  const { connection, narrator, pace, stripe } = options;
  const begin = (act: Act) => {
    narrator.act(titles[act]);
    options.onAct?.(act);
  };

  begin('morning');
  const stage = await prepareDay({ connection, narrator, pace });
  begin('presale');
  await forgotten(stage);
  await ordinaryOrders(stage);
  await raceForTheHotOffer(stage);
  await declinedThenPaid(stage);
  await cancelled(stage);
  await overTheLimit(stage);
  await leaderEvening(stage);
  begin('cutoff');
  await passCutoff(stage);
  const consolidationId = await consolidate(stage);
  begin('night');
  await weigh(stage, consolidationId);
  const trips = await planRoutes(stage, consolidationId);
  begin('delivery');
  await deliver(stage, trips, consolidationId);
  begin('pickup');
  await collect(stage);
  begin('books');
  return closeBooks(stage, stripe);
}

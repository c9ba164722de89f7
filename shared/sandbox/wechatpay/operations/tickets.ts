import { randomDigits, randomText } from '../../kit/ids';
import { newPrepayId } from '../ids';
import type { TicketRecord, TradeRecord } from '../state/records';
import { time, type World } from '../world';

const TWO_HOURS_MS = 2 * 3_600_000;
const FIVE_MINUTES_MS = 5 * 60_000;

function issue(world: World, trade: TradeRecord, id: string, lastsMs: number): TicketRecord {
  const ticket = { id, trade: trade.id, secret: randomDigits(10), until: time(world) + lastsMs };
  world.store.put('ticket', ticket);
  return ticket;
}

/**
 * What leads a person to paying: each for a while, asked for again as often as one likes.
 * Documentation: as the orders' in `http/params.ts` (prepay_id and code_url two hours, h5_url five minutes).
 */
export const tickets = {
  jsapi: (world: World, trade: TradeRecord) => ({
    prepay_id: issue(world, trade, newPrepayId(time(world)), TWO_HOURS_MS).id,
  }),
  h5: (world: World, trade: TradeRecord) => {
    const { id, secret } = issue(world, trade, newPrepayId(time(world)), FIVE_MINUTES_MS);
    return { h5_url: `${world.publicUrl}/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=${id}&package=${secret}` };
  },
  native: (world: World, trade: TradeRecord) => ({
    code_url: `weixin://wxpay/bizpayurl?pr=${issue(world, trade, randomText(9), TWO_HOURS_MS).id}`,
  }),
};

/** The ticket while it lasts. */
export function findTicket(world: World, id: unknown): TicketRecord | null {
  const ticket = typeof id === 'string' ? world.store.ticket.get(id) : undefined;
  return ticket && ticket.until > time(world) ? ticket : null;
}

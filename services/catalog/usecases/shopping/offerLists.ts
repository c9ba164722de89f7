import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type PickupPointId } from '#shared/contracts/ids';
import { MadeReply } from '#shared/kit/http/handler';
import { type Cycle } from '../../domain/range';
import { arrange, type ListQuery } from './arrange';
import { cardJson, type CycleView } from './cycleView';
import { type CycleViews } from './cycleViews';

/** A list that many people look at is looked up so often, in milliseconds. */
const standsMs = 100;
/** Bytes of ready-made replies that are kept. */
const maxBytes = 64 * 1024 * 1024;

type Ready = { readonly revision: string; readonly reply: MadeReply };

/**
 * Lists of offers as bytes made in advance: a reply is made again only when something in its cycle, or a group at its pickup
 * point, moved since.
 * @param cycleJson the cycle as it stands in the reply.
 */
export function offerLists(viewOf: CycleViews, cycleJson: (cycle: Cycle) => string) {
  const ready = new LRUCache<string, Ready>({
    maxSize: maxBytes,
    sizeCalculation: ({ reply }, key) => reply.body.length + key.length + 200,
  });

  return async (cycle: Cycle, query: ListQuery, pickupPointId?: PickupPointId): Promise<MadeReply> => {
    const view = await viewOf(cycle._id);
    const standings = pickupPointId === undefined ? undefined : await view.standingsAt(pickupPointId);
    const hasGroups = standings !== undefined && standings.byOffer.size > 0;
    // Pickup points without groups see the same bytes.
    const key = JSON.stringify([cycle._id, hasGroups ? pickupPointId : '', query]);
    const revision = `${cycle.version}.${view.revision}.${hasGroups ? standings.revision : 0}`;
    const known = ready.get(key);
    if (known?.revision === revision) return known.reply;
    const reply = made(bodyOf(cycle, view, { query, standings: standings?.byOffer }), standsMs);
    ready.set(key, { revision, reply });
    return reply;
  };

  function bodyOf(
    cycle: Cycle,
    view: CycleView,
    {
      query,
      standings,
    }: { query: ListQuery; standings: Awaited<ReturnType<CycleView['standingsAt']>>['byOffer'] | undefined },
  ): string {
    const { items, nextCursor } = arrange(view.offers.values(), query);
    const cards = items.map((viewed) => cardJson(viewed, standings?.get(viewed.offer._id)));
    const next = nextCursor === undefined ? '' : `"nextCursor":"${nextCursor}",`;
    return `{"items":[${cards.join(',')}],${next}"cycle":${cycleJson(cycle)}}`;
  }
}

export type OfferLists = ReturnType<typeof offerLists>;

/** The reply where no cycle is open. */
export const emptyList = made('{"items":[]}', 0);

/** The tag is a digest of the bytes: every process gives the same one, and a change that nobody sees keeps it. */
function made(json: string, standsMs: number): MadeReply {
  const body = Buffer.from(json);
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'public, no-cache',
    // Weak: the same list goes out compressed and plain.
    ETag: `W/"${createHash('sha1').update(body).digest('base64url')}"`,
  };
  return new MadeReply(body, headers, { standsMs });
}

import { type Response } from 'express';
import { LRUCache } from 'lru-cache';
import { type MadeReply } from './handler';

/** What a crowd looks at is among the addresses asked for last. */
const maxAddresses = 1_000;

/** `answered` counts one more answer of the operation that made the reply. */
type Standing = { readonly reply: MadeReply; readonly answered: (res: Response) => void };

/**
 * Replies that stand for a moment (`MadeReply.standsMs`): who asks for the same address meanwhile gets the same bytes, and nothing is
 * parsed or looked up for them. Only for replies that are the same for everybody.
 */
export function standingReplies() {
  const replies = new LRUCache<string, Standing>({ max: maxAddresses });
  return {
    /** @param url path and query */
    of: (url: string): Standing | undefined => replies.get(url),
    keep(url: string, reply: MadeReply, answered: Standing['answered']): void {
      if (reply.standsMs > 0) replies.set(url, { reply, answered }, { ttl: reply.standsMs });
    },
  };
}

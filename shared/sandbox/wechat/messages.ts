import { z } from 'zod';
import { LRUCache } from 'lru-cache';
import { WechatFailure } from './errors';

const MESSAGES_KEPT = 1000;

const request = z.looseObject({
  touser: z.string().min(1),
  template_id: z.string().min(1),
  page: z.string().optional(),
  data: z.record(z.string(), z.object({ value: z.coerce.string() })),
});

export type Message = z.output<typeof request>;

export type Messages = {
  /** The person agrees to so many more messages of this template. */
  consent: (openid: string, templateId: string, times: number) => void;
  /** Sends one message and uses up one consent; returns its id. @throws WechatFailure 40003, 40037, 43101, 47003 */
  send: (body: unknown) => bigint;
  /** The newest messages, oldest first. */
  sent: () => readonly Message[];
};

/** Subscription messages: one consent, one message. Message ids are larger than a JavaScript number can hold. */
export function createMessages(): Messages {
  const consents = new LRUCache<string, number>({ max: 100_000 });
  const sent: Message[] = [];
  let lastId = 2_600_000_000_000_000_000n;
  const key = (openid: string, templateId: string) => `${openid} ${templateId}`;
  return {
    consent: (openid, templateId, times) => {
      consents.set(key(openid, templateId), (consents.get(key(openid, templateId)) ?? 0) + times);
    },
    send: (body) => {
      const message = readMessage(body);
      const name = key(message.touser, message.template_id);
      const left = consents.get(name) ?? 0;
      if (left < 1) throw new WechatFailure(43101);
      consents.set(name, left - 1);
      sent.push(message);
      if (sent.length > MESSAGES_KEPT) sent.shift();
      return (lastId += 1n);
    },
    sent: () => sent,
  };
}

function readMessage(body: unknown): Message {
  const read = request.safeParse(body);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? '');
    if (field === 'touser') throw new WechatFailure(40003);
    if (field === 'template_id') throw new WechatFailure(40037);
    throw new WechatFailure(47003, field);
  }
  for (const [field, { value }] of Object.entries(read.data.data)) {
    if (value === '') throw new WechatFailure(47003, `data.${field}.value is empty`);
    if (field.startsWith('thing') && value.length > 20)
      throw new WechatFailure(47003, `data.${field}.value is too long`);
  }
  return read.data;
}

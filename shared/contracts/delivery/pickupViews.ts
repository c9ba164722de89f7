import { Bilingual, Grams, Instant, Version } from '../common';
import { Fulfilment } from '../events/orders';
import { LineId, OrderId, PickupPointId, RedemptionId, SkuId } from '../ids';
import { Temperature } from '../internal/catalog';
import { z } from '../zod';
import { PickupPointView } from './pickupPoints';

/** `waiting`: not there yet; `ready`: can be collected; `redeemed`: was collected; `void`: nothing to collect any more. */
export const PickupStatus = z.enum(['waiting', 'ready', 'redeemed', 'void']);
export type PickupStatus = z.infer<typeof PickupStatus>;

/** Eight digits, the last of which checks the others (Luhn), so that a typing error is seen at once. */
export const PickupDigits = z
  .string()
  .regex(/^[0-9]{8}$/)
  .meta({ example: '40371926' });
/** What is presented: the digits as typed (in any width), the text of the QR code, or a message that holds one of them. */
export const PresentedCode = z.string().trim().min(8).max(500);

export const CodeFace = z.object({
  digits: PickupDigits,
  /** Text to draw as a QR code: `lintuan1.{orderId}.{digits}.{signature}`. */
  qr: z.string(),
});

/** A shopper's credential. Works without a signal once it was loaded. */
export const PickupCodeView = z
  .object({
    orderId: OrderId,
    status: PickupStatus,
    ...CodeFace.shape,
    pickupPoint: PickupPointView,
    /** Whether it is brought to the door; known once the goods are there. */
    fulfilment: Fulfilment.optional(),
    readyAt: Instant.optional(),
    redeemedAt: Instant.optional(),
    /** Until when it should be collected, once it is ready. */
    collectBefore: Instant.optional(),
    /** Somebody else who may collect, with a code of their own. */
    proxy: z.object({ ...CodeFace.shape, name: z.string().optional(), createdAt: Instant }).optional(),
    version: Version,
  })
  .meta({ id: 'PickupCode' });
export type PickupCodeView = z.infer<typeof PickupCodeView>;

export const HandOutLine = z.object({
  lineId: LineId,
  skuId: SkuId,
  title: Bilingual(80),
  pack: Bilingual(60),
  temperature: Temperature,
  units: z.int(),
  finalWeightGrams: Grams.optional(),
});

/** One order as the leader hands it out. */
export const HandOut = z
  .object({
    orderId: OrderId,
    pickupPointId: PickupPointId,
    status: PickupStatus,
    recipientName: z.string(),
    phoneTail: z.string(),
    fulfilment: Fulfilment,
    /** The door that it is brought to. */
    address: z.string().optional(),
    lines: z.array(HandOutLine),
    readyAt: Instant.optional(),
    collectBefore: Instant.optional(),
    /** Since when it should have been collected. */
    overdueSince: Instant.optional(),
    decision: z
      .object({ kind: z.enum(['keep', 'rescue', 'discard']), note: z.string().optional(), at: Instant })
      .optional(),
    redeemed: z
      .object({
        redemptionId: RedemptionId,
        at: Instant,
        byProxy: z.boolean(),
        proxyName: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'HandOut' });
export type HandOut = z.infer<typeof HandOut>;

/**
 * How a leader's phone checks digits without a signal: `hash` is base64url(SHA-256 applied 1 + `iterations` times), first to the UTF-8
 * text `{salt}.{digits}`, then each time to the 32 bytes before. The digits of a scanned QR text stand after its second dot.
 */
export const OfflineHandOut = z
  .object({ ...HandOut.shape, salt: z.string(), codeHash: z.string(), proxyHash: z.string().optional() })
  .meta({ id: 'OfflineHandOut' });

export const Redemption = z
  .object({
    redemptionId: RedemptionId,
    orderId: OrderId,
    redeemedAt: Instant,
    byProxy: z.boolean(),
    handOut: HandOut,
  })
  .meta({ id: 'Redemption' });
export type Redemption = z.infer<typeof Redemption>;

/** What became of a redemption that was made without a signal. Exactly one wins; `key_reused`: its key handed out another order. */
export const SyncOutcome = z.enum([
  'redeemed',
  'already_redeemed',
  'not_ready',
  'wrong_code',
  'locked',
  'void',
  'key_reused',
]);
export type SyncOutcome = z.infer<typeof SyncOutcome>;

import { type PayoutFileId, type PayoutId } from '#shared/contracts/ids';
import { defineModel } from '#shared/kit/mongo/models';
import { type Payout } from '../../domain/payouts/payout';

/** What a payout waits for; a paid one waits for nothing. */
export type WaitingFor = 'approval' | 'second_approval' | 'sending' | 'arrival';

export type StoredPayout = Omit<Payout, 'id'> & {
  _id: PayoutId;
  waits?: WaitingFor;
  /** Of its tries. */
  files: readonly PayoutFileId[];
  /** Whether the ledger may still count its money to the leader: it is due, or its entries are not known to be posted. */
  reserved: boolean;
  /** When somebody has to look at it again; absent: there is nothing to do by itself. */
  lookAt?: Date;
};

export const PayoutModel = defineModel<StoredPayout>({
  name: 'Payout',
  collection: 'payouts',
  indexes: [
    [{ accountId: 1, number: -1 }, { unique: true }],
    [{ accountId: 1, reserved: 1, number: 1, fen: 1, version: 1 }],
    [{ accountId: 1, status: 1, fen: 1 }],
    [{ accountId: 1, day: 1, fen: 1 }],
    [{ askedAt: 1, _id: 1 }],
    [{ waits: 1, askedAt: 1, _id: 1 }],
    [{ files: 1, askedAt: 1, _id: 1 }],
    [{ lookAt: 1 }, { sparse: true }],
  ],
});

export function toPayout({
  _id,
  waits: _waits,
  files: _files,
  reserved: _reserved,
  lookAt: _lookAt,
  ...rest
}: StoredPayout): Payout {
  return { ...rest, id: _id } as Payout;
}

/** The document that says what `payout` says, to be looked at from `lookAt` on: its entries are not posted yet. */
export function toStored(payout: Payout, lookAt: Date): StoredPayout {
  const { id, ...rest } = payout;
  const waits = waitsFor(payout);
  const tries = [...rest.failed, ...(rest.current ? [rest.current] : [])];
  return {
    ...rest,
    _id: id,
    files: [...new Set(tries.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId])))],
    reserved: true,
    lookAt,
    ...(waits === undefined ? {} : { waits }),
  };
}

function waitsFor(payout: Payout): WaitingFor | undefined {
  switch (payout.status) {
    case 'due':
      if (payout.current) return 'arrival';
      if (payout.approval) return 'sending';
      return payout.failed.length > 0 ? 'second_approval' : 'approval';
    case 'sent':
      return 'arrival';
    case 'paid':
      return undefined;
  }
}

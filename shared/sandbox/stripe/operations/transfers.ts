import { invalid, missing } from '../failures';
import { newId } from '../ids';
import { presentTransfer } from '../objects/account';
import type { Metadata, ReversalRecord, TransferRecord } from '../state/records';
import { seconds, type World } from '../world';
import { book } from './charges';
import { emit } from './emit';

export type NewTransfer = {
  amount: number;
  currency: string;
  destination: string;
  description?: string | undefined;
  metadata?: Metadata | undefined;
  source_transaction?: string | undefined;
  transfer_group?: string | undefined;
};

/** @throws StripeFailure resource_missing */
export function findTransfer(world: World, id: string): TransferRecord {
  const transfer = world.store.transfer.get(id);
  if (!transfer) throw missing('transfer', id, 'transfer');
  return transfer;
}

/** Pays a connected account out of the balance. @throws StripeFailure balance_insufficient, resource_missing */
export function createTransfer(world: World, wish: NewTransfer): TransferRecord {
  const { amount, currency, destination } = wish;
  if (amount < 1)
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  if (!/^acct_\w+$/.test(destination)) throw missing('destination', destination, 'destination');
  if (wish.source_transaction !== undefined && !world.store.charge.get(wish.source_transaction))
    throw missing('charge', wish.source_transaction, 'source_transaction');
  if ((world.store.balances.get(currency) ?? 0) < amount)
    throw invalid('You have insufficient available funds in your Stripe account.', {
      code: 'balance_insufficient',
    });
  const id = newId('tr');
  const description = wish.description ?? null;
  const transfer: TransferRecord = {
    id,
    created: seconds(world),
    amount,
    reversed: 0,
    currency,
    description,
    destination,
    destinationPayment: newId('py'),
    metadata: wish.metadata ?? {},
    sourceTransaction: wish.source_transaction ?? null,
    transferGroup: wish.transfer_group ?? null,
    transaction: book(world, { type: 'transfer', source: id, amount: -amount, currency, description }),
  };
  world.store.put('transfer', transfer);
  emit(world, 'transfer.created', presentTransfer(world, transfer));
  return transfer;
}

/** Takes a transfer back, all that is left unless an amount is named. @throws StripeFailure 400 amount */
export function reverseTransfer(
  world: World,
  transfer: TransferRecord,
  wish: { amount?: number | undefined; metadata?: Metadata | undefined },
): ReversalRecord {
  const left = transfer.amount - transfer.reversed;
  const { amount = left } = wish;
  if (left === 0) throw invalid(`Transfer ${transfer.id} is already fully reversed.`, { param: 'id' });
  if (amount < 1 || amount > left)
    throw invalid(`Reversal amount (${amount}) is greater than unreversed amount on transfer (${left})`, {
      param: 'amount',
    });
  const id = newId('trr');
  const { currency } = transfer;
  const reversal: ReversalRecord = {
    id,
    created: seconds(world),
    amount,
    currency,
    transfer: transfer.id,
    metadata: wish.metadata ?? {},
    transaction: book(world, { type: 'transfer_refund', source: id, amount, currency }),
  };
  const next = { ...transfer, reversed: transfer.reversed + amount };
  world.store.put('reversal', reversal);
  world.store.put('transfer', next);
  emit(world, 'transfer.reversed', presentTransfer(world, next));
  return reversal;
}

import { missing } from '../failures';
import { newId } from '../ids';
import {
  presentBalance,
  presentCustomer,
  presentReversal,
  presentTransaction,
  presentTransfer,
} from '../objects/account';
import { isLeftOut, statedAmount } from '../operations/statement';
import { emit } from '../operations/emit';
import { createTransfer, findTransfer, reverseTransfer } from '../operations/transfers';
import type { CustomerRecord } from '../state/records';
import { seconds } from '../world';
import { listPage, rowsOf } from './lists';
import { route } from './route';
import * as schemas from './schemas';

/** Customers, the balance and its book, transfers to connected accounts, and events. */
export const accountRoutes = [
  route('post', '/v1/customers', schemas.customerCreate, ({ world, params }) => {
    const { name = null, email = null, phone = null, description = null, metadata = {} } = params;
    const customer: CustomerRecord = {
      id: newId('cus'),
      created: seconds(world),
      name,
      email,
      phone,
      description,
      metadata,
    };
    world.store.put('customer', customer);
    emit(world, 'customer.created', presentCustomer(customer));
    return presentCustomer(customer);
  }),
  route('get', '/v1/customers/:id', schemas.nothing, ({ world, id }) => {
    const customer = world.store.customer.get(id);
    if (!customer) throw missing('customer', id);
    return presentCustomer(customer);
  }),

  route('get', '/v1/balance', schemas.nothing, ({ world }) => presentBalance(world)),
  route('get', '/v1/balance_transactions', schemas.transactionList, ({ world, params }) => {
    const { transaction } = world.store;
    const source =
      params.source === undefined
        ? transaction
        : rowsOf(transaction.idsBy('source', params.source), transaction);
    return listPage(source, params, {
      url: '/v1/balance_transactions',
      present: (row) => presentTransaction(row, statedAmount(world, row)),
      keep: (row) =>
        !isLeftOut(world, row) &&
        (params.type === undefined || row.type === params.type) &&
        (params.currency === undefined || row.currency === params.currency),
    });
  }),
  route('get', '/v1/balance_transactions/:id', schemas.nothing, ({ world, id }) => {
    const row = world.store.transaction.get(id);
    if (!row) throw missing('balance transaction', id);
    return presentTransaction(row);
  }),

  route('post', '/v1/transfers', schemas.transferCreate, ({ world, params }) =>
    presentTransfer(world, createTransfer(world, params)),
  ),
  route('get', '/v1/transfers', schemas.transferList, ({ world, params }) => {
    const { transfer } = world.store;
    const { destination, transfer_group: group } = params;
    const source =
      group !== undefined
        ? rowsOf(transfer.idsBy('group', group), transfer)
        : destination !== undefined
          ? rowsOf(transfer.idsBy('destination', destination), transfer)
          : transfer;
    return listPage(source, params, {
      url: '/v1/transfers',
      present: (row) => presentTransfer(world, row),
      keep: (row) => destination === undefined || row.destination === destination,
    });
  }),
  route('get', '/v1/transfers/:id', schemas.nothing, ({ world, id }) =>
    presentTransfer(world, findTransfer(world, id)),
  ),
  route('post', '/v1/transfers/:id/reversals', schemas.reversalCreate, ({ world, id, params }) =>
    presentReversal(reverseTransfer(world, findTransfer(world, id), params)),
  ),
  route('get', '/v1/transfers/:id/reversals', schemas.pageParams, ({ world, id, params }) => {
    const { reversal } = world.store;
    const source = rowsOf(reversal.idsBy('transfer', findTransfer(world, id).id), reversal);
    return listPage(source, params, { url: `/v1/transfers/${id}/reversals`, present: presentReversal });
  }),
  route('get', '/v1/transfers/:id/reversals/:sub', schemas.nothing, ({ world, id, sub }) => {
    const row = world.store.reversal.get(sub);
    if (row?.transfer !== id) throw missing('transfer reversal', sub);
    return presentReversal(row);
  }),

  route('get', '/v1/events', schemas.eventList, ({ world, params }) =>
    listPage(world.store.event, params, {
      url: '/v1/events',
      present: ({ body }) => JSON.parse(body) as object,
      keep: ({ type }) =>
        (params.type === undefined || type === params.type) &&
        (params.types === undefined || params.types.includes(type)),
    }),
  ),
  route('get', '/v1/events/:id', schemas.nothing, ({ world, id }) => {
    const event = world.store.event.get(id);
    if (!event) throw missing('event', id);
    return JSON.parse(event.body) as object;
  }),
];

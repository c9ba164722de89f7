import { type Page } from '#shared/contracts/common';
import { type OrderStatus } from '#shared/contracts/events/orders';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

type Wish = { readonly status?: readonly OrderStatus[] | undefined } & PageWish;

/** The caller's orders, newest first. */
export const listOwnOrders = (
  { orderLists }: Pick<OrdersDeps, 'orderLists'>,
  { accountId }: AccountCaller,
  wish: Wish,
): Promise<Page<Order>> => orderLists.ofAccount({ accountId, ...wish });

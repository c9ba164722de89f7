import type { Router } from 'express';
import { createCashier, webAddress, type Bill } from '../../kit/page/cashier';
import { isRefusal } from '../failures';
import { decline, pay } from '../operations/people';
import { findTicket } from '../operations/tickets';
import { findTrade } from '../operations/trades';
import type { World } from '../world';

const bills = { NOTPAY: 'open', SUCCESS: 'paid', CLOSED: 'closed' } as const;

/**
 * The pages of this stand-in: `h5_url`, to which the shop may add `redirect_url`, and what a person sees who scans a `code_url`
 * (`weixin://wxpay/…` is `/wxpay/…` here).
 * Documentation: pay.weixin.qq.com, H5调起支付 (/doc/v3/merchant/4012791835), Native调起支付 (/doc/v3/merchant/4012791878).
 */
export function createPages(world: World, commit: () => Promise<void>): Router[] {
  const found = (id: string, back: string | null) => ({
    bill: (): Bill => {
      const { state, total, description } = findTrade(world, id);
      return {
        state: bills[state.kind],
        amount: total,
        subject: description,
        back: { paid: back, unpaid: back },
      };
    },
    pay: () => void pay(world, id),
    decline: () => void decline(world, id),
  });
  const shared = { wallet: 'wechat_pay', commit, isRefusal } as const;
  return [
    createCashier({
      ...shared,
      path: '/cgi-bin/mmpayweb-bin/checkmweb',
      find: ({ prepay_id: id, package: secret, redirect_url: back }) => {
        const ticket = findTicket(world, id);
        return ticket && ticket.secret === secret ? found(ticket.trade, webAddress(back)) : null;
      },
    }),
    createCashier({
      ...shared,
      path: '/wxpay/bizpayurl',
      find: ({ pr: code }) => {
        const ticket = findTicket(world, code);
        return ticket && found(ticket.trade, null);
      },
    }),
  ];
}

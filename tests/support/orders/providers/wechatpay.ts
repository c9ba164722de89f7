import { settingsOfStandIn } from '../../../../services/orders/clients/wechatpay/standIn';
import { type startWechatPay } from '../../../../shared/sandbox/wechatpay/support';
import { type Driver, faultOf } from './driver';
import { walletControls } from './wallets';

/** WeChat Pay, by a code on a desktop. */
export function wechatPayDriver({ control, keys, url }: Awaited<ReturnType<typeof startWechatPay>>): Driver {
  const { forge, ...acts } = walletControls(control);
  return {
    ...acts,
    name: 'wechatpay',
    settings: {
      wechatpay: { ...settingsOfStandIn(keys, url), timeoutMs: 1_000 },
    },
    closesNothing: () =>
      control('POST', '/faults', {
        ...{ kind: faultOf('unreachable'), count: 1_000 },
        ...{ method: 'POST', path: '/v3/pay/transactions/out-trade-no/' },
      }),
    wish: () => Promise.resolve({ method: 'wechat_pay', host: 'desktop_browser' }),
    forged: (attempt) =>
      forge(attempt, [
        ...['signature', 'old', 'key'].map((as) => ({ as })),
        { as: 'content', changes: { mchid: '9900000000' } },
      ]),
  };
}

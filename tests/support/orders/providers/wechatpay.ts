import { settingsOfStandIn } from '../../../../services/orders/clients/wechatpay/standIn';
import { type startWechatPay } from '../../../../shared/sandbox/wechatpay/support';
import { type Driver } from './driver';
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
    wish: () => Promise.resolve({ method: 'wechat_pay', host: 'desktop_browser' }),
    forged: (attempt) =>
      forge(attempt, [
        ...['signature', 'old', 'key'].map((as) => ({ as })),
        { as: 'content', changes: { mchid: '9900000000' } },
      ]),
  };
}

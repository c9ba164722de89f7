import { type startAlipay } from '../../../../shared/sandbox/alipay/support';
import { settingsOfStandIn } from '../../../../services/orders/clients/alipay/standIn';
import { type Driver, faultOf } from './driver';
import { walletControls } from './wallets';

/** Alipay, in its mini program. */
export function alipayDriver(alipay: Awaited<ReturnType<typeof startAlipay>>): Driver {
  const { control } = alipay;
  const { forge, ...acts } = walletControls(control);
  return {
    ...acts,
    name: 'alipay',
    // Who somebody is can still be asked, so that an attempt begins.
    away: async (on, how = 'unreachable') => {
      if (!on) return control('DELETE', '/faults');
      for (const path of ['alipay.trade', 'alipay.data'])
        await control('POST', '/faults', { kind: faultOf(how), count: 1_000, path });
      return undefined;
    },
    closesNothing: () =>
      control('POST', '/faults', { kind: faultOf('unreachable'), count: 1_000, path: 'alipay.trade.close' }),
    settings: { alipay: { ...settingsOfStandIn(alipay.keys, alipay.url), timeoutMs: 1_000 } },
    wish: async () => ({
      ...{ method: 'alipay', host: 'alipay_mini_program' },
      authCode: (await control('POST', '/login_codes', { openId: 'open-wang' })).body['code'],
    }),
    forged: (attempt) =>
      forge(attempt, [
        { as: 'signature' },
        { as: 'content', changes: { app_id: '9900000000000000' } },
        { as: 'content', changes: { seller_id: '9900000000000000' } },
        { as: 'content', changes: { total_amount: '0.01' } },
      ]),
  };
}

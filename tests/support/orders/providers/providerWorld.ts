import { createServer } from 'node:http';
import { closeGracefully, listen, portOf } from '../../../../shared/kit/process/listen';
import { type PaymentProviderName } from '../../../../shared/contracts/orders/paymentViews';
import { startAlipay } from '../../../../shared/sandbox/alipay/support';
import { startWechatPay } from '../../../../shared/sandbox/wechatpay/support';
import { type OrdersAppDeps } from '../../../../services/orders/app';
import { ordersWorld, type OrdersWorld } from '../world';
import { alipayDriver } from './alipay';
import { stripeDriver } from './stripe';
import { wechatPayDriver } from './wechatpay';

/** Orders with all providers at their stand-ins, reports and all; `driver` acts at the one that is looked at. */
export async function providerWorld(name: PaymentProviderName, overrides: Partial<OrdersAppDeps> = {}) {
  // eslint-disable-next-line prefer-const -- the stand-ins begin before it, and tell the time by its clock
  let world: OrdersWorld;
  let now = () => new Date('2026-03-01T10:00:00.000Z');
  const door = await listen(
    createServer((req, res) => {
      world.app.express(req, res);
    }),
    0,
    '127.0.0.1',
  );
  const [wechatpay, alipay] = [
    await startWechatPay({ now: () => now() }),
    await startAlipay({ now: () => now() }),
  ];
  const drivers = {
    stripe: stripeDriver(() => world),
    wechatpay: wechatPayDriver(wechatpay),
    alipay: alipayDriver(alipay),
  };
  world = await ordersWorld(overrides, undefined, {
    ...drivers.wechatpay.settings,
    ...drivers.alipay.settings,
    ...drivers[name].settings,
    apiUrl: `http://127.0.0.1:${portOf(door)}`,
  });
  ({ now } = world);
  await world.app.start();
  await world.listenToStripe();
  return {
    world,
    driver: drivers[name],
    drivers,
    /** Another provider to pay by. */
    other: drivers[name === 'alipay' ? 'wechatpay' : 'alipay'],
    async close() {
      await closeGracefully(door, { timeoutMs: 200 });
      await world.close();
      await wechatpay.close();
      await alipay.close();
    },
  };
}

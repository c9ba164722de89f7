import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { startAlipay } from '../../../shared/sandbox/alipay/support';
import { settingsOfStandIn } from '../../../services/orders/clients/alipay/standIn';
import { shopping } from './shopping';
import { ordersWorld, type OrdersWorld } from './world';

/** Orders that are paid by Alipay, at its stand-in, whose notices come in. */
export async function alipayShop() {
  const running: { world?: OrdersWorld } = {};
  const door = createServer((req, res) => {
    running.world?.app.express(req, res);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as AddressInfo;
  const started = new Date('2026-03-01T10:00:00.000Z');
  const alipay = await startAlipay({ now: () => running.world?.now() ?? started });
  const world = await ordersWorld({
    payments: {
      publicUrl: 'https://shop.example',
      apiUrl: `http://127.0.0.1:${port}`,
      alipay: settingsOfStandIn(alipay.keys, alipay.url),
    },
  });
  running.world = world;
  const { pay } = shopping(() => world);

  return {
    world,
    alipay,
    /** A wish to pay in Alipay, with a code that nobody used. */
    inAlipay: async () => ({
      ...{ method: 'alipay', host: 'alipay_mini_program' },
      authCode: (await alipay.control('POST', '/login_codes', { openId: 'open-wang' })).body['code'],
    }),
    /** Begins to pay on a page, and sends the shopper there. */
    opened: async (orderId: string) => {
      const { body } = await pay(orderId, { method: 'alipay', host: 'desktop_browser' });
      const { url } = body.step as { url: string };
      const cashier = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location')!);
      const press = (action: 'pay' | 'decline') =>
        fetch(`${alipay.url}/cashier${cashier.search}`, {
          ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ action }) },
        });
      return { press, paymentId: body.paymentId! };
    },
    /** What Alipay took and gave back altogether, in fen. */
    totals: async () =>
      ((await alipay.control('GET', '/totals')).body as { totals: { paid: number; refunded: number } })
        .totals,
    close: async () => {
      door.close();
      await alipay.close();
      await world.close();
    },
  };
}

import { type RequestListener, type Server } from 'node:http';
import { makeAlipayAccount } from '../../shared/sandbox/alipay/account';
import { createAlipaySandbox, type AlipaySandbox } from '../../shared/sandbox/alipay/createAlipaySandbox';
import { quiet } from '../../shared/sandbox/kit/support';
import { closeGracefully, listen, portOf } from '../../shared/kit/process/listen';
import { watched } from '../support/browser/appWindow';
import { cart, checkout, home, offerPage, payment, signIn } from '../support/browser/pages/shopping';
import { setStage, type Stage } from '../support/browser/stage';
import { openTown, pointOf, shopperPhone } from '../support/browser/town';
import { describeWith } from '../support/tools';

jest.setTimeout(420_000);

describeWith('chromium')('a merchant who takes money by Alipay only', () => {
  let stage: Stage | undefined;
  let alipay: AlipaySandbox;
  let server: Server;

  beforeAll(async () => {
    let answer: RequestListener = (_req, res) => res.end();
    server = await listen(
      (req, res) => {
        answer(req, res);
      },
      0,
      '127.0.0.1',
    );
    const url = `http://127.0.0.1:${portOf(server)}`;
    const account = makeAlipayAccount();
    // Its time is the product's, once that has begun.
    const now = () => stage?.time.now() ?? new Date();
    alipay = await createAlipaySandbox({ account, publicUrl: url, now, log: quiet });
    answer = alipay.app;
    stage = await setStage({
      ALIPAY_APP_ID: account.appId,
      ALIPAY_SELLER_ID: account.sellerId,
      ALIPAY_PRIVATE_KEY: account.app.privateKey,
      ALIPAY_PUBLIC_KEY: account.alipay.publicKey,
      ALIPAY_API_URL: url,
    });
  });
  afterAll(async () => {
    await stage?.close();
    await closeGracefully(server, { timeoutMs: 200 });
    await alipay.close();
  });

  test('on a desktop one tap leads to Alipay; whoever declines there first and pays then, comes back to “paid”', async () => {
    const town = await openTown(stage!, { name: 'Alipay Town', points: 1, firstLeader: 40, courier: 2 });
    const window = await stage!.window('shopper');
    await watched([window], async () => {
      const { page } = window;
      await home(window).invited(pointOf(town, 0).pickupPointId);
      await home(window).openOffer('Free-range eggs');
      await offerPage(window).addToCart();
      await offerPage(window).goToCart();
      await cart(window).checkOut();
      await signIn(window).fromGate();
      await signIn(window).byPhone(shopperPhone(0));
      await checkout(window).place();
      // There is one way to pay: nothing is to be chosen.
      await page.getByRole('button', { name: /^Pay ¥/ }).click();
      await page.waitForURL(/\/cashier\?session=\w{32}$/);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: /^Pay/ }).click();
      await payment(window).isDone();
      expect(new URL(page.url()).hash).toMatch(/^#\/pages\/payment\/index\?orderId=ord_/);
    });
    await window.close();
  });
});

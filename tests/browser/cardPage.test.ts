import { type Server } from 'node:http';
import { type Browser, type Page } from 'playwright-core';
import { createLog } from '#shared/kit/log/log';
import { serviceApp } from '#shared/kit/http/serviceApp';
import { listen, portOf } from '#shared/kit/process/listen';
import { Router } from 'express';
import { launchBrowser } from '../../scripts/browser';
import { cardPageRoute, cardPageUrl } from '../../services/orders/clients/stripe/cardPage/cardPageRoute';
import { describeWith } from '../support/tools';

/** Stands in for the script that only Stripe may serve: it shows a form, and says yes or no as the secret asks. */
const stripeScript = `
window.Stripe = (key, { locale }) => ({
  elements: ({ clientSecret }) => ({
    clientSecret,
    create: () => ({ mount: (where) => { document.querySelector(where).textContent = [key, locale].join(' '); } }),
  }),
  confirmPayment: async ({ elements, confirmParams, redirect }) => {
    window.asked = [confirmParams.return_url, redirect];
    return elements.clientSecret === 'refused' ? { error: { message: 'Your card was declined.' } } : {};
  },
});`;

describeWith('chromium')('the page for cards', () => {
  const key = 'pk_test_0123456789abcdef';
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    const routers = [Router().use('/api', cardPageRoute(key))];
    server = await listen(
      serviceApp({ routers, log: createLog({ service: 'test', level: 'silent' }) }) as never,
      0,
      '127.0.0.1',
    );
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function open(intent: { clientSecret: string; orderId: string | undefined }, locale = 'en-GB') {
    const context = await browser.newContext({ locale });
    const page: Page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await page.route('https://js.stripe.com/**', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: stripeScript }),
    );
    await page.goto(cardPageUrl(`http://127.0.0.1:${portOf(server)}`)(intent));
    return { page, refused };
  }

  test('lets Stripe take the card, and leads back to the order', async () => {
    const { page, refused } = await open({ clientSecret: 'pi_1_secret_2', orderId: 'ord_1' });
    await page.getByText(`${key} en`).waitFor();
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.waitForURL(/#\/pages\/payment\/index\?orderId=ord_1$/);
    // Only the page that it leads back to is missing here.
    expect(refused.filter((text) => !text.includes('404'))).toEqual([]);
    await page.context().close();
  });

  test('says what the bank says, and lets the shopper try again', async () => {
    const { page } = await open({ clientSecret: 'refused', orderId: 'ord_1' });
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.getByRole('alert').getByText('Your card was declined.').waitFor();
    expect(await page.getByRole('button', { name: 'Pay' }).isEnabled()).toBe(true);
    await page.context().close();
  });

  test('says so in Chinese when the link is not whole', async () => {
    const { page } = await open({ clientSecret: '', orderId: undefined }, 'zh-CN');
    await page.getByRole('alert').getByText('请回到订单重新付款').waitFor();
    expect(await page.getByRole('button', { name: '付款' }).isDisabled()).toBe(true);
    await page.context().close();
  });
});

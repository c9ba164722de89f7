import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { type AllInOne, startAllInOne } from '../support/allInOne';
import { until } from '../support/until';
import { launchWeapp, type Weapp } from '../support/weapp/host';
import { wordsIn } from '../support/weapp/view';
import { walletOf } from '../support/weapp/wallet';

jest.setTimeout(600_000);

const root = resolve(__dirname, '../..');
let system: AllInOne;
let weapp: Weapp;

beforeAll(async () => {
  const environment = { ...process.env, NODE_ENV: 'production', PUBLIC_URL: 'https://lintuan.example' };
  const built = spawnSync('npm', ['run', '--silent', 'build:weapp'], { cwd: root, env: environment });
  if (built.status !== 0) throw new Error(String(built.stdout).slice(-2_000));
  system = await startAllInOne();
  const wallet = walletOf(system, ['cancel', 'pay']);
  weapp = launchWeapp(resolve(root, 'miniprogram/dist/weapp'), system.url, wallet);
});
afterAll(async () => {
  weapp.close();
  await system.close();
});

test('what must be there before somebody can begin stays small, on WeChat and on H5', () => {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'build:check-sizes'], { cwd: root });
  expect([status, String(stdout)]).toEqual([0, expect.not.stringContaining('TOO BIG')]);
});

const shown = (words: RegExp) => until(() => words.test(weapp.words()));
const tapOn = (words: RegExp) => {
  const tappable = weapp
    .nodes()
    .filter(({ cl, ...node }) => cl?.includes('lt-tap') && words.test(wordsIn(node)));
  const node = tappable.at(-1);
  if (!node) throw new Error(`nothing to tap with ${String(words)} in: ${weapp.words().slice(0, 500)}`);
  weapp.tap(node);
};

test('the built WeChat program shows the offers, fills the cart, opens an order and pays it where one is', async () => {
  weapp.storage.set('lintuan:recipient:1', JSON.stringify({ name: 'Li', phone: '13800138000' }));
  weapp.open('/pages/home/index');
  await shown(/Order within.*¥/);
  const more = weapp.nodes().find(({ cl }) => cl?.includes('lt-stepper__button--more'));
  weapp.tap(more!);
  await until(() => String(weapp.storage.get('lintuan:cart:1')).includes('off_'));

  weapp.open('/pages/sign-in/index');
  await shown(/Sign in with WeChat/);
  tapOn(/Sign in with WeChat/);
  await until(() => weapp.storage.has('lintuan:session:1'));

  weapp.open('/pages/cart/index');
  await shown(/Goods, estimated/);
  tapOn(/Check out/);
  await shown(/What happens next/);
  await shown(/Order and pay/);
  tapOn(/Order and pay/);
  await shown(/To pay.*Pay ¥/);
  expect(weapp.route()).toBe('pages/payment/index');
  expect(weapp.storage.get('lintuan:cart:1')).toBe('[]');

  // There is one way to pay in WeChat, so there is nothing to choose.
  expect(weapp.words()).not.toMatch(/Alipay|Card/);
  tapOn(/^Pay ¥/);
  await shown(/Not paid yet/);
  weapp.open('/pages/orders/index');
  await shown(/To be paid.*1 item/);

  tapOn(/^Pay$/);
  await shown(/To pay.*Pay ¥/);
  tapOn(/^Pay ¥/);
  await shown(/Paid.*See the order/);
});

import { Shopper } from '../../../scripts/demo/actors/shopper';
import { type AppWindow, shows, watched } from '../../support/browser/appWindow';
import { keyboard } from '../../support/browser/keyboard';
import { photo } from '../../support/browser/photo';
import { type Stage } from '../../support/browser/stage';
import {
  becomes,
  bringAll,
  courierOf,
  leaderPhone,
  openTown,
  operatorSignIn,
  orderPaid,
  planned,
  shopperPhone,
  signedIn,
  type Town,
} from '../../support/browser/town';

const leader = 55;
const eggs = 'Free-range eggs';
const tofu = 'Silken tofu';

/** A change given up, and one that is saved. */
async function editsTheRange(window: AppWindow): Promise<void> {
  const keys = keyboard(window);
  await window.open('/operator/products/index');
  await keys.write('searchbox', 'Search products: name, pinyin or initials', tofu);
  await keys.use('button', new RegExp(`^${tofu}`));
  await keys.isOn('heading', tofu);
  await keys.use('button', 'Change');
  await keys.isOn('dialog', 'Change pack');
  await keys.write('textbox', 'Pack (English)', ', given up');
  await keys.press('Escape');
  await keys.isOn('button', 'Change');
  await keys.write('textbox', /^Search words/, 'beancurd');
  await keys.use('button', 'Save');
  await window.tells('Product saved');
  await keys.isOn('button', 'Save');
  await keys.use('button', 'Back');
  await keys.isOn('button', new RegExp(`^${tofu}`));
}

/** The route goes the other way round, and what is to be bought goes on paper. */
async function plansAndPrints(window: AppWindow, town: Town): Promise<void> {
  const keys = keyboard(window);
  const { page } = window;
  await window.open('/operator/home/index');
  await keys.write('combobox', 'City', town.name);
  await window.open('/operator/routes/index');
  const tile = new RegExp(`^${courierOf(town).name}`);
  await keys.use('button', tile);
  await keys.finds('button', tile, { expanded: true });
  const later = page.getByRole('button', { name: /one stop later$/ }).first();
  const name = (await later.getAttribute('aria-label')) ?? '';
  await keys.use('button', name);
  // It is the last one now, and whoever moved it is still with it.
  await keys.finds('button', name, { disabled: true });
  await keys.isOn('button', name);
  await keys.use('button', name.replace('later', 'earlier'), 'Space');
  await keys.finds('button', name.replace('later', 'earlier'), { disabled: true });

  await window.open('/operator/consolidation/index');
  await keys.tabTo('tab', /^Purchase/);
  await keys.press('ArrowRight');
  await keys.isOn('tab', /^Pick(?![a-z])/);
  const printed = new Promise<void>((resolve) => void page.exposeFunction('print', resolve));
  await keys.use('button', 'Print');
  await printed;
}

/** Staff at a desk. */
async function operatorTypes(window: AppWindow, town: Town): Promise<void> {
  const keys = keyboard(window);
  await window.open('/operator/home/index');
  await keys.use('button', 'Sign in');
  await keys.isOn('heading', 'Staff sign-in');
  await keys.write('textbox', 'User name', operatorSignIn.username);
  await keys.write('textbox', 'Password', operatorSignIn.password);
  await keys.press('Enter');
  await window.tells(/^Welcome back,/);
  // The desk opens by itself; the way there must not be crossed by another one.
  await keys.isOn('heading', 'Operations');
  await editsTheRange(window);
  await plansAndPrints(window, town);
}

/** One of two boxes of eggs came. */
async function leaderReceives(window: AppWindow): Promise<void> {
  const keys = keyboard(window);
  const { page } = window;
  await window.open('/pages/sign-in/index');
  await keys.signIn(leaderPhone(leader));
  await window.open('/leader/receive/index');
  await keys.use('button', / Differs$/);
  await keys.isOn('dialog', /^What differs in crate/);
  await keys.use('button', `One ${eggs} Really came less`);
  const choosing = page.waitForEvent('filechooser');
  await keys.use('button', 'Take a photo');
  await (await choosing).setFiles(await photo());
  await keys.use('button', 'Save the difference');
  await shows(page, `${eggs}: 1 instead of 2`);
  await keys.use('button', 'Confirm and open for pickup');
  await window.tells('Received. The neighbours’ orders now say “Ready to collect”.');
}

async function leaderHandsOut(window: AppWindow, digits: string): Promise<void> {
  const keys = keyboard(window);
  await window.open('/leader/hand-out/index');
  await keys.write('textbox', 'The 8 digits of the pickup code', digits);
  await keys.isOn('dialog', 'Give to the neighbour');
  await keys.use('button', /^Handed over/);
  await keys.isOn('textbox', 'The 8 digits of the pickup code');
}

/** The operator's desk and the leader's pickup point, with nothing but keys. */
export async function staffTypes(stage: Stage): Promise<void> {
  const town = await openTown(stage, {
    name: 'Hazel Town',
    points: 2,
    firstLeader: leader,
    courier: 7,
  });
  const [here, there] = await Promise.all(
    [91, 92].map((at) => signedIn(new Shopper(stage.connection), shopperPhone(at))),
  );
  if (!here || !there) throw new Error('two neighbours were to sign in');
  const orderId = await orderPaid(town, 0, here, { eggs: 2 });
  await orderPaid(town, 1, there, { greens: 1 });
  const [desk, point] = await Promise.all([stage.window('operator-keys'), stage.window('leader-keys')]);
  await watched([desk, point], async () => {
    const { route } = await planned(stage, town);
    await operatorTypes(desk, town);
    await bringAll(town, await courierOf(town).look(route.routeId));
    await leaderReceives(point);
    await becomes(here, orderId, 'ready');
    await leaderHandsOut(point, (await here.pickupCode(orderId)).digits);
    await becomes(here, orderId, 'collected');
  });
  await Promise.all([desk, point].map((window) => window.close()));
}

import { shows, watched } from '../../support/browser/appWindow';
import { keyboard } from '../../support/browser/keyboard';
import { leaveAuthorised } from '../../support/browser/pages/shopping';
import { type Stage } from '../../support/browser/stage';
import { openTown, pointOf, shopperPhone } from '../../support/browser/town';

const eggs = 'Free-range eggs';

/** From the first screen to the code for somebody else, with nothing but keys. */
export async function shopperTypes(stage: Stage): Promise<void> {
  const town = await openTown(stage, {
    name: 'Walnut Town',
    points: 1,
    firstLeader: 54,
  });
  const place = pointOf(town, 0).name.en;
  const window = await stage.window('shopper-keys');
  const keys = keyboard(window);
  await watched([window], async () => {
    await window.open();
    await keys.use('button', /pickup point/i);
    await keys.isOn('heading', 'Choose a pickup point');
    await keys.write('searchbox', 'Compound, pinyin or address', place);
    await keys.use('button', `Choose ${place}`);
    await keys.isOn('button', `Pickup point: ${place}. Tap to change it`);

    await keys.tabTo('tab', 'All');
    await keys.press('ArrowRight');
    await keys.finds('tab', 'All', { selected: false });
    await keys.press('Home');
    await keys.finds('tab', 'All', { selected: true });
    await keys.use('button', new RegExp(`^${eggs}`));
    await keys.isOn('heading', eggs);
    await keys.use('button', 'Add to cart');
    await keys.use('button', 'Go to cart');
    await keys.isOn('heading', 'Cart');
    await keys.use('button', `One ${eggs} more`, 'Space');
    await shows(window.page, /^2$/);
    await keys.use('button', 'Check out');
    await keys.isOn('heading', 'Check out');

    await keys.use('button', 'Sign in');
    await keys.isOn('heading', 'Sign in');
    await keys.signIn(shopperPhone(90));
    await keys.isOn('heading', 'Check out');
    await keys.use('button', 'Order and pay');
    await keys.isOn('heading', 'Pay');
    await keys.tabTo('radio', /^WeChat Pay/);
    await keys.press('ArrowUp');
    await keys.isOn('radio', /^Card/);
    const opened = window.context.waitForEvent('page');
    await keys.use('button', /^Pay ¥/);
    const provider = { ...window, page: await opened };
    await keyboard(provider).use('button', /^Pay/);
    await leaveAuthorised(provider.page);
    await shows(window.page, /^Paid$/);
    await keys.use('button', 'See the order');
    await keys.isOn('heading', 'Order');

    await keys.use('button', 'Show the code');
    await keys.isOn('heading', 'Pickup code');
    await keys.write('textbox', 'Who will collect · optional', 'Auntie Chen');
    await keys.use('button', 'Make a code for them');
    await shows(window.page, 'Code for Auntie Chen');
    await keys.use('button', 'Take the code back');
    await keys.finds('button', 'Make a code for them');
    await keys.use('button', 'Back');
    await keys.isOn('button', 'Show the code');
    await keys.use('button', 'Back');

    await keys.use('link', 'Me');
    await keys.isOn('heading', 'Me');
    await keys.use('button', 'Change display name');
    await keys.isOn('dialog', 'Change display name');
    await keys.press('Escape');
    await keys.isOn('button', 'Change display name');
    await keys.use('tab', 'English', 'ArrowLeft');
    await keys.isOn('tab', '中文');
    await keys.press('ArrowRight');
    await keys.isOn('tab', 'English');
    await keys.use('switch', /^Large type/, 'Space');
    await keys.finds('switch', /^Large type/, { checked: true });
    await keys.press('Space');
    await keys.finds('switch', /^Large type/, { checked: false });
  });
  await window.close();
}

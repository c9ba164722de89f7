import { waitFor } from '../../../scripts/demo/actors/waiting';
import { openWindow, watched } from '../../support/browser/appWindow';
import { cart, checkout, home, signIn } from '../../support/browser/pages/shopping';
import { type Stage } from '../../support/browser/stage';
import { openTown, pointOf, shopperPhone } from '../../support/browser/town';

/** Whoever comes too late is told so, and keeps the cart for the next round. */
export async function cutoffPassesAtCheckout({ url, browser, market, seconds }: Stage): Promise<void> {
  const town = await openTown(market, {
    name: 'Lime Town',
    points: 1,
    presaleSeconds: seconds(60),
    firstLeader: 48,
  });
  const window = await openWindow(browser, url, 'late-shopper');
  await watched([window], async () => {
    await signIn(window).open();
    await signIn(window).byPhone(shopperPhone(30));
    await home(window).invited(pointOf(town, 0).pickupPointId);
    await home(window).add('Silken tofu');
    await cart(window).open();
    await cart(window).checkOut();
    await checkout(window).isReady();
    await waitFor(
      'the cutoff',
      () => Promise.resolve(Date.now() > Date.parse(town.cycle.cutoffAt) ? true : undefined),
      {
        seconds: seconds(65),
      },
    );
    await checkout(window).placeIfItStillCan();
    await checkout(window).says('The round has just closed. Your things stay in the cart for the next one.');
    await cart(window).open();
    await cart(window).holds('Silken tofu');
    await cart(window).cannotCheckOut();
  });
  await window.close();
}

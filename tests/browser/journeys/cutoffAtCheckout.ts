import { later } from '../../../scripts/demo/actors/time';
import { watched } from '../../support/browser/appWindow';
import { cart, checkout, home, signIn } from '../../support/browser/pages/shopping';
import { type Stage } from '../../support/browser/stage';
import { openTown, pointOf, shopperPhone } from '../../support/browser/town';

/** Whoever comes too late is told so, and keeps the cart for the next round. */
export async function cutoffPassesAtCheckout(stage: Stage): Promise<void> {
  const town = await openTown(stage, {
    name: 'Lime Town',
    points: 1,
    firstLeader: 48,
  });
  const window = await stage.window('late-shopper');
  await watched([window], async () => {
    await signIn(window).open();
    await signIn(window).byPhone(shopperPhone(30));
    await home(window).invited(pointOf(town, 0).pickupPointId);
    await home(window).add('Silken tofu');
    await cart(window).open();
    await cart(window).checkOut();
    await checkout(window).isReady();
    await stage.time.comesTo(later(town.cycle.cutoffAt, 1_000));
    await checkout(window).placeIfItStillCan();
    await checkout(window).says('The round has just closed. Your things stay in the cart for the next one.');
    await cart(window).open();
    await cart(window).holds('Silken tofu');
    await cart(window).cannotCheckOut();
  });
  await window.close();
}

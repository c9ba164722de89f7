import { watched } from '../../support/browser/appWindow';
import {
  cart,
  checkout,
  codePage,
  home,
  offerPage,
  orderPage,
  payment,
  signIn,
} from '../../support/browser/pages/shopping';
import { type Stage } from '../../support/browser/stage';
import { delivered, openTown, pointOf, shopperPhone } from '../../support/browser/town';

/** Nobody has to sign in before paying; the rest of the day arrives on the open page by itself. */
export async function shopperBuys(stage: Stage): Promise<void> {
  const town = await openTown(stage, {
    name: 'Plum Town',
    points: 1,
    firstLeader: 40,
    courier: 2,
  });
  const window = await stage.window('shopper');
  await watched([window], async () => {
    const { pickupPointId, name } = pointOf(town, 0);
    await home(window).invited(pickupPointId);
    await home(window).collectsAt(name.en);
    await home(window).openOffer('Free-range eggs');
    await offerPage(window).addToCart();
    await home(window).open();
    await home(window).search('dami');
    await home(window).openOffer('Northeast rice');
    await offerPage(window).addToCart();
    await offerPage(window).goToCart();
    await cart(window).holds('Free-range eggs', 'Northeast rice');
    await cart(window).checkOut();
    await signIn(window).fromGate();
    await signIn(window).byPhone(shopperPhone(0));
    await checkout(window).place();
    await payment(window).byAlipay();
    await payment(window).isDone();
    await payment(window).seeOrder();
    await delivered(stage, town);
    await orderPage(window).is('Ready to collect');
    await orderPage(window).showCode();
    await codePage(window).isReady();
    expect(await codePage(window).digits()).toMatch(/^\d{8}$/);
  });
  await window.close();
}

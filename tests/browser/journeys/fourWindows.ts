import { watched } from '../../support/browser/appWindow';
import { handingOver, loading, round } from '../../support/browser/pages/driving';
import { handOut, receive, today } from '../../support/browser/pages/leading';
import { consolidation, liveCity, office, routePlanning } from '../../support/browser/pages/operating';
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
import {
  courierPhone,
  cutoffPasses,
  leaderPhone,
  openTown,
  pointOf,
  shopperPhone,
} from '../../support/browser/town';

/** One day seen by four people at once: what one does arrives at the others without a reload. */
export async function fourLiveThroughADay(stage: Stage): Promise<void> {
  const town = await openTown(stage, {
    name: 'Kiwi Town',
    points: 1,
    firstLeader: 50,
    courier: 6,
  });
  const { pickupPointId, position } = pointOf(town, 0);
  const [shopper, leader, courier, operator] = await Promise.all([
    stage.window('four-shopper'),
    stage.window('four-leader'),
    stage.window('four-courier', { position }),
    stage.window('four-operator'),
  ]);
  const windows = [shopper, leader, courier, operator];
  await watched(windows, async () => {
    await Promise.all([
      signIn(leader)
        .open()
        .then(() => signIn(leader).byPhone(leaderPhone(50)))
        .then(() => today(leader).open()),
      signIn(courier)
        .open()
        .then(() => signIn(courier).byPhone(courierPhone(6)))
        .then(() => round(courier).open()),
      office(operator)
        .signIn()
        .then(() => office(operator).worksFor(town.name)),
    ]);

    // The evening: a neighbour orders, the leader sees it.
    await home(shopper).invited(pickupPointId);
    await home(shopper).openOffer('Silken tofu');
    await offerPage(shopper).addToCart();
    await offerPage(shopper).goToCart();
    await cart(shopper).checkOut();
    await signIn(shopper).fromGate();
    await signIn(shopper).byPhone(shopperPhone(60));
    await checkout(shopper).place();
    await payment(shopper).byAlipay();
    await payment(shopper).isDone();
    await payment(shopper).seeOrder();
    await today(leader).figure('Orders', '1');

    // Cutoff and night: the operator plans, the courier's phone shows the route by itself.
    await cutoffPasses(stage, town);
    await consolidation(operator).open();
    await consolidation(operator).isFrozen();
    await orderPage(shopper).is('Being packed');
    await routePlanning(operator).open();
    await routePlanning(operator).plan();
    await liveCity(operator).open();

    // The drive: everybody sees where it stands.
    await round(courier).startLoading();
    await loading(courier).tickAll();
    await loading(courier).depart();
    await liveCity(operator).says('Under way');
    await orderPage(shopper).is('On the way');
    await today(leader).nextIs('See what is coming');
    await round(courier).arrive();
    await round(courier).countAndHandOver();
    await handingOver(courier).celsius('3');
    await handingOver(courier).confirm();
    await today(leader).doNext('Count what came');
    for (const crate of await receive(leader).crates()) await receive(leader).complete(crate);
    await receive(leader).confirm();

    // The pickup: the code goes from one screen to the other.
    await orderPage(shopper).is('Ready to collect');
    await liveCity(operator).says('1 ready');
    await orderPage(shopper).showCode();
    await codePage(shopper).isReady();
    await handOut(leader).open();
    await handOut(leader).type(await codePage(shopper).digits());
    await handOut(leader).handOver();
    await codePage(shopper).isUsed();
    await liveCity(operator).says('1 collected');
    await round(courier).finish();
  });
  await Promise.all(windows.map((window) => window.close()));
}

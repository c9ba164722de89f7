import { type RouteView } from '../../../shared/contracts/delivery/routes';
import { Shopper } from '../../../scripts/demo/actors/shopper';
import { watched } from '../../support/browser/appWindow';
import {
  groupMessages,
  groupOrders,
  handOut,
  orderForNeighbour,
  receive,
  sharing,
  today,
} from '../../support/browser/pages/leading';
import { payment, signIn } from '../../support/browser/pages/shopping';
import { photo } from '../../support/browser/photo';
import { type Stage } from '../../support/browser/stage';
import {
  becomes,
  bringAll,
  courierOf,
  leaderPhone,
  openTown,
  orderPaid,
  planned,
  pointOf,
  shopperPhone,
  signedIn,
  type Town,
} from '../../support/browser/town';

const neighbour = { name: 'Grandma Li', phone: '13912345678' };

/** The courier says that what the leader missed was not there, in an app of their own. */
async function courierAgrees(town: Town, { route }: RouteView): Promise<void> {
  const courier = courierOf(town);
  const { stops } = await courier.look(route.routeId);
  for (const { receipt } of stops)
    for (const { discrepancyId } of receipt?.discrepancies ?? []) await courier.agree(discrepancyId);
}

/** The leader's evening and the day after; what neighbours and couriers do arrives on the open page. */
export async function leaderWorks(stage: Stage): Promise<void> {
  const town = await openTown(stage, {
    name: 'Pear Town',
    points: 1,
    firstLeader: 41,
    courier: 3,
  });
  const buyer = await signedIn(new Shopper(stage.connection), shopperPhone(1));
  const window = await stage.window('leader');
  await watched([window], async () => {
    await signIn(window).open();
    await signIn(window).byPhone(leaderPhone(41));
    await today(window).open();
    await today(window).figure('Orders', '0');
    const orderId = await orderPaid(town, 0, buyer, { greens: 2, tofu: 1 });
    await today(window).figure('Orders', '1');

    await today(window).goTo('Share offers');
    expect(await sharing(window).text()).toContain(
      `/#/pages/home/index?pickupPointId=${pointOf(town, 0).pickupPointId}`,
    );
    await sharing(window).back();
    await today(window).goTo('Order for a neighbour');
    await orderForNeighbour(window).add('Free-range eggs');
    await orderForNeighbour(window).forWhom(neighbour.name, neighbour.phone);
    await orderForNeighbour(window).place();
    await payment(window).byCard();
    await payment(window).isDone();
    await groupOrders(window).open();
    await groupOrders(window).has(neighbour.name);
    await groupOrders(window).byProduct();
    await groupOrders(window).has('Free-range eggs');
    await groupMessages(window).open();
    await groupMessages(window).send('See you tomorrow at six.');

    await today(window).open();
    const route = await planned(stage, town);
    await bringAll(town, route);
    await today(window).doNext('Count what came');
    const [crateOfGreens] = route.stops.flatMap(({ crates }) =>
      crates.filter(({ items }) => items.some(({ title }) => title.en === 'Baby bok choy')),
    );
    for (const crate of await receive(window).crates())
      if (crate === crateOfGreens?.label)
        await receive(window).differs(crate, 'Baby bok choy', 1, await photo());
      else await receive(window).complete(crate);
    await receive(window).confirm();
    await receive(window).says('Waits for the courier');
    await courierAgrees(town, route);
    await receive(window).says('Courier agrees');

    await becomes(buyer, orderId, 'ready');
    const { digits } = await buyer.pickupCode(orderId);
    await today(window).open();
    await today(window).doNext('Hand out');
    await handOut(window).type(digits);
    // One of the two bags of greens did not come.
    expect(await handOut(window).contents()).toMatch(/1×\s+Baby bok choy/);
    await handOut(window).handOver();
    await becomes(buyer, orderId, 'collected');
  });
  await window.close();
}

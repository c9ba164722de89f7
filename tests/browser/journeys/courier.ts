import { type Position } from '../../../shared/contracts/common';
import { Shopper } from '../../../scripts/demo/actors/shopper';
import { waitFor } from '../../../scripts/demo/actors/waiting';
import { watched } from '../../support/browser/appWindow';
import { discrepancies, handingOver, loading, round } from '../../support/browser/pages/driving';
import { signIn } from '../../support/browser/pages/shopping';
import { photo } from '../../support/browser/photo';
import { type Stage } from '../../support/browser/stage';
import {
  courierOf,
  courierPhone,
  openTown,
  orderPaid,
  planned,
  pointOf,
  shopperPhone,
  signedIn,
} from '../../support/browser/town';

/** Between two stops of a town. */
const driveMs = 60_000;

/** Three stops: one handed over and found short, one that fails, one that goes well. */
export async function courierDrives(stage: Stage): Promise<void> {
  const town = await openTown(stage, {
    name: 'Fig Town',
    points: 3,
    firstLeader: 42,
    courier: 4,
  });
  const courier = courierOf(town);
  const shoppers = await Promise.all(
    town.points.map((_, at) => signedIn(new Shopper(stage.connection), shopperPhone(10 + at))),
  );
  await Promise.all(shoppers.map((shopper, at) => orderPaid(town, at, shopper, { greens: 2, tofu: 1 })));
  const start = pointOf(town, 0).position;
  const window = await stage.window('courier', { position: start });
  await watched([window], async () => {
    await signIn(window).open();
    await signIn(window).byPhone(courierPhone(4));
    await round(window).open();
    const { stops, route } = await planned(stage, town);
    const [first, second, third] = stops.map(({ pickupPoint }) => pickupPoint);
    if (!first || !second || !third) throw new Error('the route has fewer than three stops');
    await round(window).startLoading();
    await loading(window).tickAll();
    await loading(window).depart();
    await round(window).isUnderWay();

    const driveTo = async ({ lat, lng }: Position) => {
      // Nobody is there at once: such a position is refused.
      await stage.time.passes(driveMs);
      await window.context.setGeolocation({ latitude: lat, longitude: lng });
      await waitFor('the position of the courier', async () => {
        const { position: known } = await courier.look(route.routeId);
        return known?.position.lat === lat && known.position.lng === lng ? true : undefined;
      });
    };
    await driveTo(first.position);
    await round(window).nextIs(first.name.en);
    await round(window).arrive();
    await round(window).countAndHandOver();
    await handingOver(window).celsius('4');
    await handingOver(window).confirm();
    await round(window).stopSays(first.name.en, /Handed over/);

    await round(window).nextIs(second.name.en);
    await round(window).fails('Point is closed', await photo());
    await round(window).stopSays(second.name.en, /Not delivered .*: Point is closed/);

    await round(window).nextIs(third.name.en);
    await driveTo(third.position);
    await round(window).arrive();
    await round(window).countAndHandOver();
    await handingOver(window).celsius('-1');
    await handingOver(window).confirm();

    const short = await courier.look(route.routeId);
    const leaderAt = town.points.findIndex(({ pickupPointId }) => pickupPointId === first.pickupPointId);
    const stop = short.stops[0];
    const crate = stop?.crates.find(({ items }) => items.some(({ units }) => units === 2));
    const item = crate?.items.find(({ units }) => units === 2);
    if (!stop || !crate || !item) throw new Error('the first stop has no crate with two of a kind');
    await town.leaders[leaderAt]?.reportMissing(stop, {
      crateId: crate.crateId,
      skuId: item.skuId,
      packed: 2,
      units: 1,
    });
    await round(window).openStop(first.name.en);
    await discrepancies(window).says(/Baby bok choy, 1 instead of 2/);
    await discrepancies(window).agree();
    await round(window).open();
    await round(window).finish();
    await waitFor('the end of the route', async () =>
      (await courier.look(route.routeId)).route.status === 'finished' ? true : undefined,
    );
  });
  await window.close();
}

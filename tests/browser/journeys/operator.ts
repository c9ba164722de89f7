import { goods } from '../../../scripts/demo/day/goods';
import { supplierName } from '../../../scripts/demo/day/prepareRange';
import { watched } from '../../support/browser/appWindow';
import { consolidation, liveCity, office, routePlanning } from '../../support/browser/pages/operating';
import { offering, productRange, stockBooks } from '../../support/browser/pages/selling';
import { cart, checkout, home, payment, signIn } from '../../support/browser/pages/shopping';
import { applications, couriers, leaderApplication } from '../../support/browser/pages/staffing';
import { photo } from '../../support/browser/photo';
import { type Stage } from '../../support/browser/stage';
import { cutoffPasses, openTown, pointOf, shopperPhone } from '../../support/browser/town';

const pears = { zh: '丑梨', en: 'Ugly pears' };
const box = { zh: '一盒 6 个', en: 'box of 6' };
const melon = goods.melon.title.en;
const applicant = { name: 'Zhou Min', place: '橘园便利店', address: 'Orange Road 9' };
const newPoint = { name: 'Orange Corner Shop', lng: '120.175', lat: '30.262' };
const drivers = { planned: 'Lin Tao', given: 'Xu Fang' };

/** What the operator changes is what a neighbour finds; what the neighbours bought is what the operator brings. */
export async function operatorRunsTheDay(stage: Stage): Promise<void> {
  const [operator, neighbour] = await Promise.all([
    stage.window('operator'),
    stage.window('operator-neighbour'),
  ]);
  const windows = [operator, neighbour];
  await watched(windows, async () => {
    await office(operator).signIn();
    await signIn(neighbour).open();
    await signIn(neighbour).byPhone(shopperPhone(70));
    await productRange(operator).add({ title: pears, category: 'Fruit', picture: await photo() });
    await productRange(operator).addSku({
      pack: box,
      grams: '1800',
      cost: '6.50',
      supplier: supplierName,
    });

    // A round opens: the new product goes on sale, and onto the neighbour's first screen.
    const town = await openTown(stage, {
      name: 'Orange Town',
      points: 1,
      firstLeader: 52,
    });
    await office(operator).again();
    await office(operator).worksFor(town.name);
    await offering(operator).add(pears.en, { price: '9.90', stock: '12' });
    await offering(operator).hasAvailable(12);
    await home(neighbour).invited(pointOf(town, 0).pickupPointId);
    await home(neighbour).comesToOffer(pears.en, { price: '¥9.90', left: 12 });
    await offering(operator).addUnits('6');
    await offering(operator).hasAvailable(18);
    await offering(operator).changePrice('8.80');
    await home(neighbour).comesToOffer(pears.en, { price: '¥8.80', left: 18 });

    await home(neighbour).add(pears.en);
    await home(neighbour).add(melon);
    await cart(neighbour).open();
    await cart(neighbour).checkOut();
    await checkout(neighbour).place();
    await payment(neighbour).byCard();
    await payment(neighbour).isDone();
    await stockBooks(operator).open();
    await stockBooks(operator).has(pears.en, 17);

    // Who leads, and who drives.
    await leaderApplication(neighbour).open();
    await leaderApplication(neighbour).apply(applicant);
    await applications(operator).open();
    await applications(operator).approveWithNewPoint(applicant.name, newPoint);
    await leaderApplication(neighbour).isApproved();
    await couriers(operator).open();
    await couriers(operator).add(drivers.planned, '13811110001');
    await couriers(operator).add(drivers.given, '13811110002');

    // After cutoff: the lists are frozen, what is sold by weight is weighed.
    await cutoffPasses(stage, town);
    await consolidation(operator).open();
    await consolidation(operator).isFrozen();
    await consolidation(operator).lists(pears.en, 1);
    await consolidation(operator).list('Pick');
    await consolidation(operator).lists(pears.en, 1);
    await consolidation(operator).lists(melon, 1);
    await consolidation(operator).list('Weigh');
    await consolidation(operator).weigh(melon, '3900');

    // The routes, and who drives them after all.
    await routePlanning(operator).open();
    await routePlanning(operator).leaveOut(drivers.given);
    await routePlanning(operator).plan();
    await routePlanning(operator).giveRoute(drivers.planned, drivers.given);
    await liveCity(operator).open();
    await liveCity(operator).says(drivers.given);
    await liveCity(operator).says('Planned');
  });
  await Promise.all(windows.map((window) => window.close()));
}

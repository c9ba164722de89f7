import { defaultCityRules } from '../../../shared/contracts/cityRules';
import { Shopper } from '../../../scripts/demo/actors/shopper';
import { minuteMs } from '../../../scripts/demo/actors/time';
import { hotUnits } from '../../../scripts/demo/day/goods';
import { watched } from '../../support/browser/appWindow';
import { cart, checkout, home, payment, signIn } from '../../support/browser/pages/shopping';
import { type Stage } from '../../support/browser/stage';
import { openTown, orderPaid, pointOf, shopperPhone, signedIn } from '../../support/browser/town';

/** As long as the rules of a new city say. */
const holdMs = defaultCityRules.reservationMinutes * minuteMs;

/** A cart holds nothing back, and an unpaid order only for its time. */
export async function nothingWaits(stage: Stage): Promise<void> {
  const town = await openTown(stage, {
    name: 'Rose Town',
    points: 1,
    firstLeader: 49,
  });
  const window = await stage.window('slow-shopper');
  await watched([window], async () => {
    await signIn(window).open();
    await signIn(window).byPhone(shopperPhone(40));
    await home(window).invited(pointOf(town, 0).pickupPointId);
    await home(window).collectsAt(pointOf(town, 0).name.en);
    await home(window).add('Strawberries');
    await home(window).add('Baby bok choy');
    const quicker = Array.from({ length: hotUnits }, (_, at) => at);
    await Promise.all(
      quicker.map(async (at) => {
        const shopper = await signedIn(new Shopper(stage.connection), shopperPhone(41 + at));
        await orderPaid(town, 0, shopper, { berries: 1 });
      }),
    );
    await cart(window).open();
    await cart(window).says('Not enough left');
    await cart(window).cannotCheckOut();
    await cart(window).removeWhatIsGone();
    await cart(window).checkOut();
    await checkout(window).place();
    await payment(window).says('Time left to pay');
    await stage.time.passes(holdMs);
    await payment(window).runsOut();
  });
  await window.close();
}

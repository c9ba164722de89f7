import { watched } from '../../support/browser/appWindow';
import { handOut } from '../../support/browser/pages/leading';
import { signIn } from '../../support/browser/pages/shopping';
import { type Stage } from '../../support/browser/stage';
import { becomes, delivered, leaderPhone, neighbours, openTown, orderPaid } from '../../support/browser/town';

/** Two pickup points; the first one's leader stands in a cellar. */
export async function handingOut(stage: Stage): Promise<void> {
  const town = await openTown(stage, {
    name: 'Date Town',
    points: 2,
    firstLeader: 45,
    courier: 5,
  });
  const [here, alsoHere, elsewhere] = await neighbours(stage.connection, [20, 21, 22]);
  const mine = await orderPaid(town, 0, here, { eggs: 1 });
  const also = await orderPaid(town, 0, alsoHere, { greens: 1 });
  const other = await orderPaid(town, 1, elsewhere, { greens: 1 });
  const window = await stage.window('leader-offline');
  await watched([window], async () => {
    await signIn(window).open();
    await signIn(window).byPhone(leaderPhone(45));
    await delivered(stage, town);
    await Promise.all([
      becomes(here, mine, 'ready'),
      becomes(alsoHere, also, 'ready'),
      becomes(elsewhere, other, 'ready'),
    ]);
    await handOut(window).open();
    await handOut(window).says('2 orders');

    const { digits } = await here.pickupCode(mine);
    const typo = digits.slice(0, 7) + String((Number(digits[7]) + 1) % 10);
    await handOut(window).paste(typo);
    await handOut(window).says('This cannot be a pickup code. Please check the digits.');
    await handOut(window).paste((await elsewhere.pickupCode(other)).digits);
    await handOut(window).says('No order here has this code. Please check it.');

    await window.context.setOffline(true);
    await handOut(window).paste(digits);
    expect(await handOut(window).contents()).toMatch(/No signal now[\s\S]*Free-range eggs/);
    await handOut(window).handOver();
    await handOut(window).says(/^1 action is saved on this phone/);
    await handOut(window).paste(digits);
    await handOut(window).says('This phone has handed this order out already');
    expect((await here.look(mine)).status).toBe('ready');

    await window.context.setOffline(false);
    await handOut(window).says(/^Recorded · Handed out/);
    await becomes(here, mine, 'collected');
    await handOut(window).seen();
    await handOut(window).paste((await alsoHere.pickupCode(also)).digits);
    await handOut(window).handOver();
    await becomes(alsoHere, also, 'collected');
  });
  await window.close();
}

import { watched } from '../../support/browser/appWindow';
import { handOut, overdue, today } from '../../support/browser/pages/leading';
import { codePage, orderPage, signIn } from '../../support/browser/pages/shopping';
import { timeOfDay } from '../../support/testTime';
import { type Stage } from '../../support/browser/stage';
import {
  becomes,
  delivered,
  leaderPhone,
  neighbours,
  openTown,
  orderPaid,
  shopperPhone,
} from '../../support/browser/town';

const chilledOverdueHour = 20;

/** Chilled goods wait until the evening. */
export async function nobodyCollects(stage: Stage): Promise<void> {
  const town = await openTown(stage, {
    name: 'Lychee Town',
    points: 1,
    firstLeader: 53,
    courier: 1,
    rules: { chilledOverdueHour },
  });
  const [late, away] = await neighbours(stage.connection, [80, 81]);
  const kept = await orderPaid(town, 0, late, { tofu: 1, greens: 1 });
  const spoilt = await orderPaid(town, 0, away, { tofu: 1, eggs: 1 });
  const [leader, lateOne, awayOne] = await Promise.all([
    stage.window('leader-overdue'),
    stage.window('shopper-late'),
    stage.window('shopper-away'),
  ]);
  const windows = [leader, lateOne, awayOne];
  await watched(windows, async () => {
    await signIn(leader).open();
    await signIn(leader).byPhone(leaderPhone(53));
    await signIn(lateOne).open();
    await signIn(lateOne).byPhone(shopperPhone(80));
    await signIn(awayOne).open();
    await signIn(awayOne).byPhone(shopperPhone(81));
    await today(leader).open();
    await orderPage(awayOne).open(spoilt);
    await delivered(stage, town);
    await today(leader).figure('Waiting', '2');
    await orderPage(awayOne).is('Ready to collect');

    await stage.time.comesTo(timeOfDay(stage.time.now(), chilledOverdueHour));
    await today(leader).figure('Overdue', '2');
    await codePage(lateOne).open(kept);
    await codePage(lateOne).says(/^It was to be collected before/);
    await today(leader).doNext('Decide on overdue orders');
    await overdue(leader).says('Chilled goods');
    await overdue(leader).decide('Baby bok choy', { what: 'Keep it', until: 'Tomorrow 12:00' });
    await overdue(leader).decide('Free-range eggs', { what: 'Discard it' });
    await overdue(leader).says('Nothing is overdue');
    await orderPage(awayOne).is('Not delivered, refunded');
    await orderPage(awayOne).refunds(/Not collected in time[\s\S]*¥/);
    await codePage(awayOne).open(spoilt);
    await codePage(awayOne).says('This code has ended');

    await codePage(lateOne).says(/^Please collect it before .*12:00$/);
    await handOut(leader).open();
    await handOut(leader).type(await codePage(lateOne).digits());
    await handOut(leader).handOver();
    await becomes(late, kept, 'collected');
  });
  await Promise.all(windows.map((window) => window.close()));
}

import { lifelike } from '../../scripts/demo/day/pace';
import { Shopper } from '../../scripts/demo/actors/shopper';
import { waitFor } from '../../scripts/demo/actors/waiting';
import { people } from '../../scripts/demo/day/places';
import { narrator } from '../../scripts/demo/narrator';
import { playDay } from '../../scripts/demo/playDay';
import { defaultCityRules } from '../../shared/contracts/cityRules';
import { PickupPointId } from '../../shared/contracts/ids';
import { type AllInOne, startAllInOne } from '../support/allInOne';

jest.setTimeout(180_000);

let system: AllInOne;
beforeAll(async () => {
  system = await startAllInOne();
});
afterAll(() => system.close());

test('a whole day, from an empty selling window to balanced books', async () => {
  const told: string[] = [];
  const checks = await playDay({
    connection: { url: system.url, retries: 0, time: system.time },
    narrator: narrator((line) => told.push(line), system.time),
    pace: lifelike,
    stripe: await system.stripe(),
  }).catch((error: unknown) => {
    throw new Error(`${told.slice(-5).join('\n')}\n${system.program().output().slice(-2_000)}`, {
      cause: error,
    });
  });
  expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  expect(checks.length).toBeGreaterThan(15);
  expect(system.program().output()).not.toMatch(/"level":"(error|fatal)"/);
});

test('time goes on when a test says so: holds end, tokens run out, and everybody is told', async () => {
  const { url, time } = system;
  const pickupPointId = PickupPointId.parse('ppt_001');
  const timeTold = async () => Date.parse((await fetch(`${url}/healthz`)).headers.get('date') ?? '');
  const shopper = new Shopper({ url, retries: 0, time });
  await shopper.signInWithPhone(people.shopperPhone(0), people.code);
  const authorization = `Bearer ${(await shopper.token()) ?? ''}`;
  const ask = () => fetch(`${url}/api/me`, { headers: { authorization } });
  const { cycle, items } = await shopper.api.catalog.listOffers({ query: { pickupPointId, limit: '100' } });
  const offer = items.find(({ group, flash }) => !group && !flash);
  if (!cycle || !offer) throw new Error('the demo sells nothing');
  const place = { cycleId: cycle.cycleId, pickupPointId };
  const { orderId } = await shopper.order(place, [{ offerId: offer.offerId, quantity: 1 }]);
  const before = await timeTold();
  expect((await ask()).status).toBe(200);

  await time.passes(defaultCityRules.reservationMinutes * 60_000);

  expect((await timeTold()) - before).toBeGreaterThanOrEqual(defaultCityRules.reservationMinutes * 60_000);
  expect((await ask()).status).toBe(401);
  await waitFor('the end of the order', async () =>
    (await shopper.look(orderId)).status === 'expired' ? true : undefined,
  );
});

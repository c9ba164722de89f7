import { defaultCityRules } from '#shared/contracts/cityRules';
import { CityId } from '#shared/contracts/ids';
import { RemoteProblem, Unreachable } from '#shared/kit/client/remoteProblem';
import { testDatabase } from '../../../tests/support/database';
import { knownCitiesOn } from '../storage/knownCities';
import { cityRules } from './cities';

const cityId = CityId.parse('cit_hangzhou');

test('the rules of a city are asked for anew after a minute or a change, and are the last known while catalog is away', async () => {
  const { connection } = await testDatabase('known_cities');
  let at = new Date('2026-03-01T12:00:00.000Z');
  let [arrivalMetres, asked] = [500, 0];
  let failure: Error | undefined;
  const terms = () => ({
    ...{ cityId, timeZone: 'Asia/Shanghai', centre: { lng: 120.15, lat: 30.28 } },
    rules: { ...defaultCityRules, arrivalMetres },
  });
  const catalog = {
    getCityRules: () => {
      asked += 1;
      return failure ? Promise.reject(failure) : Promise.resolve(terms());
    },
    listCityRules: () => (failure ? Promise.reject(failure) : Promise.resolve({ items: [terms()] })),
  };
  const aProcess = () =>
    cityRules(
      catalog,
      knownCitiesOn(connection, () => at),
      () => at,
    );
  const metresOf = async (process: ReturnType<typeof aProcess>) =>
    (await process.of(cityId)).rules.arrivalMetres;
  const first = aProcess();
  expect([await metresOf(first), await metresOf(first), asked]).toEqual([500, 500, 1]);
  expect(await first.keepAll()).toBe(false);

  arrivalMetres = 300;
  await first.learn(cityId);
  expect(await metresOf(first)).toBe(300);

  failure = new Unreachable('catalog', 'gone');
  expect(await first.keepAll()).toBe(true);
  await first.learn(cityId);
  const second = aProcess();
  asked = 0;
  expect([await metresOf(first), await metresOf(second), await metresOf(second)]).toEqual([300, 300, 300]);
  // Nobody waits for it each time.
  expect(asked).toBe(2);
  await expect(second.of(CityId.parse('cit_nowhere'))).rejects.toThrow(Unreachable);

  [failure, arrivalMetres] = [undefined, 700];
  at = new Date(at.getTime() + 10_001);
  expect(await metresOf(second)).toBe(700);
  failure = new RemoteProblem('NOT_FOUND', 'no such city');
  at = new Date(at.getTime() + 60_001);
  await expect(metresOf(second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

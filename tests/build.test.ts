import { Person } from '../scripts/demo/actors/person';
import { takePhoto } from '../scripts/demo/actors/photo';
import { Shopper } from '../scripts/demo/actors/shopper';
import { people } from '../scripts/demo/day/places';
import { findCurrentNode } from '../scripts/testTools';
import { PickupPointId } from '../shared/contracts/ids';
import { found } from '../shared/kit/domainError';
import { startAllInOne } from './support/allInOne';
import { type Compiled, compileServices } from './support/compiled';
import { startProcess } from './support/process';
import { describeWith } from './support/tools';

jest.setTimeout(180_000);

/** The oldest that is promised runs these tests in CI; the image has the current one. */
const nodes = [
  ['the Node of these tests', describe, () => process.execPath],
  ['the current Node', describeWith('current-node'), () => found(findCurrentNode())],
] as const;

const programs = [
  ['services/identity/main.ts', 'MONGODB_URI is not set'],
  ['services/catalog/main.ts', 'MONGODB_URI is not set'],
  ['services/orders/main.ts', 'MONGODB_URI is not set'],
  ['services/delivery/main.ts', 'MONGODB_URI is not set'],
  ['services/settlement/main.ts', 'MONGODB_URI is not set'],
  ['services/gateway/main.ts', 'PORT must be a number'],
  ['services/identity/rotateKeys.ts', 'MONGODB_URI is not set'],
  ['services/settlement/rebuildLedger.ts', 'MONGODB_URI is not set'],
  ['services/identity/resetOperatorPassword.ts', 'MONGODB_URI is not set'],
  ['services/start/backup/backUpCommand.ts', 'Name one file'],
  ['shared/kit/bus/setAside/main.ts', 'MONGODB_URI is not set', 'list'],
] as const;

let compiled: Compiled;
beforeAll(async () => {
  compiled = await compileServices();
});
afterAll(() => {
  compiled.remove();
});

for (const [name, describeOn, node] of nodes)
  describeOn(`compiled, on ${name}`, () => {
    test('everybody finds their way: an order is placed and paid, and a picture is taken', async () => {
      const system = await startAllInOne({}, { programs: compiled.on(node()) });
      try {
        const connection = { url: system.url, retries: 0, time: system.time };
        const shopper = new Shopper(connection);
        await shopper.signInWithPhone(people.shopperPhone(0), people.code);
        const pickupPointId = PickupPointId.parse('ppt_001');
        const offer = found(
          (await shopper.browse(pickupPointId)).find(({ group, flash }) => !group && !flash),
        );
        const place = { cycleId: offer.cycleId, pickupPointId };
        const { orderId } = await shopper.order(place, [{ offerId: offer.offerId, quantity: 1 }]);
        await shopper.pay(orderId, 'card');

        const courier = new Person(connection);
        await courier.signInWithPhone('13800000003', people.code);
        expect(await takePhoto(courier)).toMatch(/^pho_/);

        const docs = await fetch(`${system.url}/docs/`);
        expect(docs.status).toBe(200);
        expect(system.program().output()).not.toMatch(/"level":"(error|fatal)"/);
      } finally {
        await system.close();
      }
    });

    test('every program is there and says what it lacks', async () => {
      const answers = await Promise.all(
        programs.map(async ([program, lacks, ...args]) => {
          const environment = { PORT: 'none', DATA_DIR: '/nowhere' };
          const lacking = startProcess(program, environment, args, compiled.on(node()));
          const [line] = await lacking.said(new RegExp(lacks));
          await lacking.stop();
          return line;
        }),
      );
      expect(answers).toEqual(programs.map(([, lacks]) => lacks));
    });
  });

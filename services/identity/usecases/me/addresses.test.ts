import { type Refused } from '#shared/kit/domainError';
import { type Account, maxAddresses, type PostalAddress } from '../../domain/account';
import { accountStore } from '../../storage/accountStore';
import { anId } from '../../../../tests/support/anId';
import { testDatabase } from '../../../../tests/support/database';
import { mortalWrites } from '../../../../tests/support/faults/mortalWrites';
import { type IdentityDeps } from '../deps';
import { addAddress } from './addAddress';
import { deleteAddress } from './deleteAddress';
import { updateAddress } from './updateAddress';

const mortal = mortalWrites();
const [home, work] = [anId('adr_home'), anId('adr_work')];
const details = (detail: string, isDefault = false) =>
  ({ recipientName: '王梅', phone: '13800138000', detail, isDefault }) as unknown as Omit<
    PostalAddress,
    'addressId' | 'version' | 'position'
  >;

/** Somebody with one address, and two processes of the service. */
async function someone() {
  const { connection } = await testDatabase('addresses');
  const processes = [1, 2].map(
    () => ({ accounts: accountStore(connection, () => undefined), random: Math.random }) as IdentityDeps,
  );
  const [first, second] = processes as [IdentityDeps, IdentityDeps];
  const accountId = anId('acc_1');
  const account = { _id: accountId, displayName: '王梅', roles: ['shopper'], language: 'zh-CN' };
  await first.accounts.open(account as unknown as Account, { _id: 'e1' } as never);
  await addAddress(first, accountId, home, details('文三路 1 号', true));
  const addresses = async () => (await second.accounts.byId(accountId))?.addresses ?? [];
  return { accountId, first, second, addresses };
}
type Someone = Awaited<ReturnType<typeof someone>>;

/** What a phone asks for, and asks for again when it hears nothing. */
const changes: readonly [string, (process: IdentityDeps, who: Someone) => Promise<unknown>, object[]][] = [
  [
    'adding',
    (process, { accountId }) => addAddress(process, accountId, work, details('天目山路 2 号', true)),
    [
      { addressId: home, isDefault: false },
      { addressId: work, isDefault: true },
    ],
  ],
  [
    'changing',
    (process, { accountId }) => updateAddress(process, accountId, home, details('文三路 9 号')),
    [{ addressId: home, detail: '文三路 9 号', isDefault: true }],
  ],
  ['deleting', (process, { accountId }) => deleteAddress(process, accountId, home), []],
];

describe.each(changes)('%s an address', (_, change, wanted) => {
  test.each(['before', 'after'] as const)(
    'ends right, though the process is killed %s any write',
    async (when) => {
      for (let lives = 0, died = true; died; lives += 1) {
        const who = await someone();
        died = await mortal.dies(when, lives, () => change(who.first, who));
        await change(who.second, who);
        expect(await who.addresses()).toMatchObject(wanted);
      }
    },
  );
});

test('of changes at the same moment none is lost, and one address is the default', async () => {
  const who = await someone();
  const { accountId, first, second, addresses } = who;
  const ids = [anId('adr_1'), anId('adr_2'), anId('adr_3')];
  await Promise.all(
    ids.map((id, at) => addAddress(at % 2 ? first : second, accountId, id, details(`${at} 号`, true))),
  );
  const there = await addresses();
  expect(there.map(({ addressId }) => addressId).sort()).toEqual([...ids, home].sort());
  expect(there.filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

test('of many added at the same moment as many stay as an address book holds, and only the others are refused', async () => {
  const { accountId, first, second, addresses } = await someone();
  const ended = await Promise.allSettled(
    Array.from({ length: 25 }, (_, at) =>
      addAddress(at % 2 ? first : second, accountId, anId(`adr_${at}`), details(`${at} 号`)),
    ),
  );
  const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refused] : []));
  expect(refused.map(({ code }) => code)).toEqual(Array<string>(6).fill('TOO_MANY_ADDRESSES'));
  expect(await addresses()).toHaveLength(maxAddresses);
});

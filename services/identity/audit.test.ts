import { identityWorld, type IdentityWorld } from '../../tests/support/identity';
import { AuditStore } from '#shared/kit/audit/auditStore';
import { type AuditEntryView } from '#shared/contracts/audit';

let world: IdentityWorld;
let operator: { readonly token: string; readonly id: string };
let person: { readonly token: string; readonly id: string };

beforeAll(async () => {
  world = await identityWorld();
  const boss = await world.operator();
  operator = { token: boss.tokens.accessToken, id: boss.account.accountId };
  const somebody = await world.person('13700000001');
  person = { token: somebody.tokens.accessToken, id: somebody.account.accountId };
});
afterAll(() => world.app.close());

const changes = async (query: string, token = operator.token) => {
  const { body, status } = await world.get(`/identity-audit?${query}`, token);
  return { status, items: (body as { items?: AuditEntryView[] }).items ?? [] };
};

test('what an operator does is read by whom it concerns, who did it and what was done; nothing of it is secret', async () => {
  const firstPassword = 'correct-horse-7';
  await world.post(
    '/accounts/operators',
    { username: 'night', displayName: '夜班', firstPassword },
    operator.token,
    'k1',
  );
  world.pass(1);
  await world.put(`/accounts/${person.id}/roles/courier`, {}, operator.token);
  const { items } = await changes(`subject=${person.id}`);
  expect(items).toMatchObject([
    {
      ...{
        actor: { kind: 'account', accountId: operator.id, role: 'operator' },
        operation: 'identity.grantRole',
      },
      ...{ outcome: 'done', subjects: [person.id] },
    },
  ]);
  expect(items[0]?.changes).toContainEqual(
    expect.objectContaining({ collection: 'accounts', documentId: person.id, after: '"courier"' }),
  );
  const all = await changes(`accountId=${operator.id}`);
  expect(all.items.map(({ operation }) => operation)).toEqual([
    'identity.grantRole',
    'identity.createOperator',
  ]);
  expect((await changes('operation=identity.createOperator')).items).toHaveLength(1);
  expect((await changes('from=2026-03-02T00:00:00.000Z')).items).toEqual([]);
  expect(JSON.stringify(all.items)).not.toMatch(/correct-horse|argon2|13700000001|夜班/);
});

test('what people do for themselves, and what is refused, leaves none', async () => {
  const before = (await changes('limit=100')).items.length;
  await world.patch('/me', { displayName: '小林' }, person.token);
  expect((await world.put(`/accounts/acc_nobody/roles/courier`, {}, operator.token)).status).toBe(404);
  expect((await changes('limit=100')).items).toHaveLength(before);
});

test('only operators read it', async () => {
  expect((await changes('', person.token)).status).toBe(403);
});

test('it joins the chain by itself, and the account may go', async () => {
  const store = new AuditStore(world.connection);
  while ((await store.verify()).entries < 2) await new Promise((resolve) => setImmediate(resolve));
  expect((await world.delete('/me', person.token)).status).toBe(204);
  expect((await store.verify()).broken).toBeUndefined();
  expect((await changes(`subject=${person.id}`)).items).toHaveLength(1);
});

import { identityWorld, type IdentityWorld } from '../../tests/support/identity';
import { until } from '../../tests/support/until';

let world: IdentityWorld;
let operator: string;
let phoneNumber = 13_700_000_000;
const newPhone = () => String((phoneNumber += 1));
let keys = 0;
const newKey = () => `key-${(keys += 1)}`;

beforeAll(async () => {
  world = await identityWorld();
  operator = (await world.operator()).tokens.accessToken;
});
afterAll(() => world.app.close());

async function newPerson() {
  const phone = newPhone();
  const { tokens, account } = await world.person(phone);
  return { phone, token: tokens.accessToken, refreshToken: tokens.refreshToken, id: account.accountId };
}
const eventsOf = (id: string) => world.events.filter(({ key }) => key === id);
async function published(id: string, type: string) {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const event = eventsOf(id).find((one) => one.type === type);
    if (event) return event.data;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${type} of ${id} was never published`);
}

describe('my account', () => {
  test('name, language and type size can be changed, and nothing else', async () => {
    const me = await newPerson();
    const changed = await world.patch('/me', { displayName: '小林', largeType: true }, me.token);
    expect(changed.body).toMatchObject({
      displayName: '小林',
      initial: '小',
      largeType: true,
      language: 'zh-CN',
    });
    expect((await world.patch('/me', { roles: ['operator'] }, me.token)).body.code).toBe('MALFORMED_REQUEST');
  });

  test('a phone number is linked with its code, unless it is somebody else’s', async () => {
    const [me, other] = [await newPerson(), await newPerson()];
    const link = async (phone: string) => {
      world.pass(61);
      await world.post('/sign-in/phone-codes', { phone });
      return world.post('/me/phone', { phone, code: world.messages.at(-1)!.code }, me.token);
    };
    const phone = newPhone();
    expect((await link(phone)).body.phone).toBe(phone);
    expect((await link(other.phone)).body.code).toBe('PHONE_TAKEN');
  });

  test('deleting leaves nothing personal, ends the sessions and tells the others; twice is once', async () => {
    const me = await newPerson();
    await world.post('/me/addresses', anAddress, me.token, newKey());
    expect((await world.delete('/me', me.token)).status).toBe(204);
    // The account's access tokens went with its sessions.
    expect((await world.delete('/me', me.token)).body.code).toBe('TOKEN_EXPIRED');
    expect((await world.post('/tokens/refresh', { refreshToken: me.refreshToken })).status).toBe(401);
    expect(await published(me.id, 'identity.account_deleted.v1')).toEqual({ accountId: me.id });
    const left = await world.connection.collection<{ _id: string }>('accounts').findOne({ _id: me.id });
    expect(Object.keys(left!).sort()).toEqual([
      '_id',
      'clearingDue',
      'deletedAt',
      'outbox',
      'status',
      'version',
    ]);
    world.pass(61);
    expect((await world.person(me.phone)).account.accountId).not.toBe(me.id);
  });

  test('an operator cannot vanish', async () => {
    expect((await world.delete('/me', operator)).body.code).toBe('OPERATOR_CANNOT_LEAVE');
  });
});

const anAddress = {
  recipientName: '陈晓雨',
  phone: '13800138000',
  cityId: 'cit_hangzhou',
  area: '翠苑',
  door: '3-501',
};

describe('addresses', () => {
  test('each city has a default one of its own', async () => {
    const { tokens } = await world.person('13800138077');
    const token = tokens.accessToken;
    const add = (cityId: string, door: string) =>
      world.post('/me/addresses', { ...anAddress, cityId, door }, token, newKey());
    const here = await add('cit_hangzhou', '1');
    const there = await add('cit_shanghai', '2');
    await add('cit_shanghai', '3');
    const defaults = async () =>
      ((await world.get('/me/addresses', token)).body.items as { addressId: string; isDefault: boolean }[])
        .filter(({ isDefault }) => isDefault)
        .map(({ addressId }) => addressId);
    expect(await defaults()).toEqual([here.body.addressId, there.body.addressId]);
  });

  test('one of them is always the default one, and a repeated request adds one', async () => {
    const { token } = await newPerson();
    const key = newKey();
    const first = await world.post('/me/addresses', anAddress, token, key);
    expect((await world.post('/me/addresses', anAddress, token, key)).body).toEqual(first.body);
    const second = await world.post('/me/addresses', { ...anAddress, isDefault: true }, token, newKey());
    const list = async () => (await world.get('/me/addresses', token)).body.items as object[];
    expect(await list()).toMatchObject([
      { addressId: second.body.addressId, isDefault: true },
      { addressId: first.body.addressId, isDefault: false },
    ]);
    await world.delete(`/me/addresses/${second.body.addressId as string}`, token);
    expect(await list()).toMatchObject([{ addressId: first.body.addressId, isDefault: true }]);
    const changed = await world.put(
      `/me/addresses/${first.body.addressId as string}`,
      { ...anAddress, door: '4' },
      token,
    );
    expect(changed.body).toMatchObject({ door: '4', isDefault: true, version: 2 });
  });

  test('whoever receives may be called at a landline or in Hong Kong; a number that nobody has is told', async () => {
    const { token } = await newPerson();
    const add = (more: object) => world.post('/me/addresses', { ...anAddress, ...more }, token, newKey());
    expect((await add({ phone: '（010）6555-1234 转 801' })).body.phone).toBe('010-65551234-801');
    expect((await add({ phone: '+852 9123 4567' })).body.phone).toBe('+85291234567');
    expect((await add({ phone: '9123 4567' })).body).toMatchObject({
      code: 'MALFORMED_REQUEST',
      issues: [{ path: 'phone' }],
    });
    for (const recipientName of ['\u200b\u200d', '\u3164', '\u202e王芳', '\u0301'])
      expect((await add({ recipientName })).body.issues[0].path).toBe('recipientName');
    const recipientName = 'Maximiliana Alexandra von Berg';
    expect((await add({ recipientName })).body.recipientName).toBe(recipientName);
  });

  test('other people’s cannot be touched, and twenty are enough', async () => {
    const [mine, theirs] = [await newPerson(), await newPerson()];
    const { body } = await world.post('/me/addresses', anAddress, theirs.token, newKey());
    const path = `/me/addresses/${body.addressId as string}`;
    expect((await world.put(path, anAddress, mine.token)).body.code).toBe('NOT_FOUND');
    await world.delete(path, mine.token);
    expect((await world.get('/me/addresses', theirs.token)).body.items).toHaveLength(1);
    const statuses = [];
    for (let n = 0; n < 21; n += 1)
      statuses.push((await world.post('/me/addresses', anAddress, mine.token, newKey())).status);
    expect(statuses).toEqual([...Array<number>(20).fill(201), 409]);
  });
});

describe('leader applications', () => {
  const wish = {
    name: '王芳',
    phone: '13800138000',
    cityId: 'cit_hangzhou',
    place: '便利店',
    address: '文三路 1 号',
  };
  const approve = (id: string, pickupPointId = 'ppt_1') =>
    world.post(`/leader-applications/${id}/approve`, { pickupPointId }, operator);

  test('an approved applicant is a leader at the next refresh, and delivery is told where', async () => {
    const me = await newPerson();
    const { body: application } = await world.post('/leader-applications', wish, me.token, newKey());
    const again = await world.post('/leader-applications', wish, me.token, newKey());
    expect(again.body.code).toBe('APPLICATION_PENDING');
    const waiting = await world.get('/leader-applications', operator);
    expect(waiting.body.items).toContainEqual(application);

    const id = application.applicationId as string;
    expect((await approve(id)).body).toMatchObject({ status: 'approved', leadsPickupPointId: 'ppt_1' });
    expect((await approve(id)).status).toBe(200);
    expect((await approve(id, 'ppt_2')).body.code).toBe('APPLICATION_ALREADY_DECIDED');
    expect((await world.post(`/leader-applications/${id}/reject`, { reason: 'no' }, operator)).status).toBe(
      409,
    );
    expect(await published(id, 'identity.leader_approved.v1')).toMatchObject({
      accountId: me.id,
      pickupPointId: 'ppt_1',
      // Not `邻居1234`, which the account was opened with.
      displayName: '王芳',
    });
    expect((await world.get('/me', me.token)).body).toMatchObject({
      roles: ['shopper', 'leader'],
      leaderApplication: { status: 'approved' },
    });
  });

  test('a role that a crash kept back is given by the sweeper', async () => {
    const me = await newPerson();
    const { body } = await world.post('/leader-applications', wish, me.token, newKey());
    const left = { status: 'approved', leadsPickupPointId: 'ppt_1', roleDue: true, decidedAt: new Date() };
    await world.connection
      .collection<{ _id: string }>('leader_applications')
      .updateOne({ _id: body.applicationId as string }, { $set: left });
    await published(me.id, 'identity.roles_changed.v1');
    expect((await world.get('/me', me.token)).body.roles).toEqual(['shopper', 'leader']);
  });

  test('who was refused is told why and may apply again', async () => {
    const me = await newPerson();
    const { body } = await world.post('/leader-applications', wish, me.token, newKey());
    await world.post(
      `/leader-applications/${body.applicationId as string}/reject`,
      { reason: '太远' },
      operator,
    );
    world.pass(1);
    expect((await world.post('/leader-applications', wish, me.token, newKey())).status).toBe(201);
    const mine = await world.get('/leader-applications/mine', me.token);
    expect(mine.body.items).toMatchObject([
      { status: 'pending' },
      { status: 'rejected', rejectedBecause: '太远' },
    ]);
  });
});

describe('accounts, for operators', () => {
  test('are found by name, user name, phone and last digits, page by page', async () => {
    const me = await newPerson();
    await world.patch('/me', { displayName: '独一无二' }, me.token);
    const search = async (text: string) =>
      (
        (await world.get(`/accounts?search=${encodeURIComponent(text)}`, operator)).body.items as {
          accountId: string;
        }[]
      ).map(({ accountId }) => accountId);
    for (const text of [
      '独一',
      '无二',
      me.phone,
      me.phone.slice(2, 9),
      me.phone.slice(-4),
      `+86 ${me.phone}`,
    ])
      expect(await search(text)).toContain(me.id);
    await world.patch('/me', { displayName: '𠮷野 MEI-4821 Ünal' }, me.token);
    for (const text of ['𠮷', '𠮷野', '野', 'mei', 'Mei-4', '4821', 'ünal', 'UNAL'])
      expect([text, await search(text)]).toEqual([text, [me.id]]);
    expect(await search('独一')).toEqual([]);
    expect(await search('.*')).toEqual([]);

    const all: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await world.get(`/accounts?limit=3${cursor && `&cursor=${cursor}`}`, operator);
      all.push(...(body.items as { accountId: string }[]).map(({ accountId }) => accountId));
      if (body.nextCursor === undefined) break;
      cursor = body.nextCursor as string;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain(me.id);
    expect((await world.get('/accounts?cursor=nonsense', operator)).body.code).toBe('MALFORMED_REQUEST');
    expect((await world.get('/accounts', me.token)).body.code).toBe('NOT_ALLOWED');
  });

  test('get and lose roles, but nobody takes the own operator role', async () => {
    const me = await newPerson();
    const path = `/accounts/${me.id}/roles/courier`;
    expect((await world.put(path, {}, operator)).body.roles).toEqual(['shopper', 'courier']);
    expect((await world.put(path, {}, operator)).body.roles).toEqual(['shopper', 'courier']);
    expect((await world.delete(path, operator)).body.roles).toEqual(['shopper']);
    const self = (await world.get('/me', operator)).body.accountId as string;
    expect((await world.delete(`/accounts/${self}/roles/operator`, operator)).body.code).toBe('OWN_ACCOUNT');
    expect((await world.post(`/accounts/${self}/close`, {}, operator)).body.code).toBe('OWN_ACCOUNT');
  });

  test('operators and couriers are made once per request', async () => {
    const body = { username: 'second', displayName: '二号', firstPassword: 'long enough' };
    const key = newKey();
    const first = await world.post('/accounts/operators', body, operator, key);
    expect((await world.post('/accounts/operators', body, operator, key)).body).toEqual(first.body);
    expect((await world.post('/accounts/operators', body, operator, newKey())).body.code).toBe(
      'USERNAME_TAKEN',
    );
    const phone = newPhone();
    const courier = await world.post('/accounts/couriers', { phone, displayName: '快递' }, operator);
    expect(courier.body).toMatchObject({ roles: ['shopper', 'courier'], displayName: '快递' });
    expect((await world.person(phone)).account.accountId).toBe(courier.body.accountId);
  });

  test('who lost a phone is signed out everywhere and may sign in again', async () => {
    const me = await newPerson();
    const path = `/accounts/${me.id}/sign-out`;
    expect((await world.post(path, {}, me.token)).status).toBe(403);
    expect((await world.post(path, {}, operator)).body).toEqual({ sessionsEnded: 1 });
    expect((await world.post('/tokens/refresh', { refreshToken: me.refreshToken })).status).toBe(401);
    expect((await world.person(me.phone)).account.accountId).toBe(me.id);
    expect((await world.post('/accounts/acc_nobody1/sign-out', {}, operator)).status).toBe(404);
  });

  test('closed ones are out until they are opened again', async () => {
    const me = await newPerson();
    expect((await world.post(`/accounts/${me.id}/close`, {}, operator)).body.closed).toBe(true);
    expect((await world.post('/tokens/refresh', { refreshToken: me.refreshToken })).status).toBe(401);
    world.pass(61);
    expect(await world.person(me.phone)).toMatchObject({ code: 'ACCOUNT_CLOSED' });
    await world.post(`/accounts/${me.id}/reopen`, {}, operator);
    world.pass(61);
    expect((await world.person(me.phone)).account.accountId).toBe(me.id);
  });
});

test('services see names, and nothing of who is gone', async () => {
  const [here, gone] = [await newPerson(), await newPerson()];
  await world.delete('/me', gone.token);
  const reply = await world.http
    .post('/internal/accounts/lookup')
    .set('Authorization', 'Service token')
    .send({ accountIds: [here.id, gone.id] });
  expect(reply.body.accounts).toMatchObject([{ accountId: here.id, initial: '邻', phone: here.phone }]);
});

test('who was deleted is told of again when no token of theirs is good any more', async () => {
  const own = await identityWorld();
  const { tokens, account } = await own.person(newPhone());
  const told = () => own.eventTypes().filter((type) => type === 'identity.account_deleted.v1').length;
  const isClear = async () => {
    const accounts = own.connection.collection<{ _id: string }>('accounts');
    return (await accounts.findOne({ _id: account.accountId, clearingDue: true })) === null;
  };
  await own.delete('/me', tokens.accessToken);
  await until(() => told() === 1);
  expect(await isClear()).toBe(false);
  own.pass(11 * 60);
  await until(async () => told() === 2 && (await isClear()));
  await own.app.close();
});

test('a dismissed operator is none at once, whatever the token says', async () => {
  const name = { username: 'passing', displayName: '过客' };
  const { body } = await world.post(
    '/accounts/operators',
    { ...name, firstPassword: 'k8#pQ2!vLm' },
    operator,
    newKey(),
  );
  const first = await world.post('/sign-in/password', { username: 'passing', password: 'k8#pQ2!vLm' });
  const { tokens } = (
    await world.post(
      '/me/password',
      { currentPassword: 'k8#pQ2!vLm', newPassword: 'another good one' },
      first.body.tokens.accessToken as string,
    )
  ).body as { tokens: { accessToken: string } };
  const path = `/accounts/${body.accountId as string}`;
  expect((await world.post(`${path}/reopen`, {}, tokens.accessToken)).status).toBe(200);
  // Dismissed, but cut off before the sessions ended: the right is gone all the same.
  await world.connection
    .collection('accounts')
    .updateOne({ username: 'passing' }, { $set: { roles: ['shopper'] } });
  expect((await world.put(`${path}/roles/operator`, {}, tokens.accessToken)).body.code).toBe('NOT_ALLOWED');
  const another = { username: 'accomplice', displayName: '同伙', firstPassword: 'k8#pQ2!vLm' };
  expect((await world.post('/accounts/operators', another, tokens.accessToken, newKey())).body.code).toBe(
    'NOT_ALLOWED',
  );
  expect((await world.put(`${path}/roles/operator`, {}, operator)).status).toBe(200);
  expect((await world.delete(`${path}/roles/operator`, operator)).status).toBe(200);
  expect((await world.get('/me', tokens.accessToken)).body.code).toBe('TOKEN_EXPIRED');
});

test('accounts are found by names with digits and by names beyond the usual characters', async () => {
  const me = await newPerson();
  for (const displayName of ['2046号阿姨', '小林🍎🍎', '𠮷田']) {
    await world.patch('/me', { displayName }, me.token);
    const beginning = Array.from(displayName)
      .slice(0, displayName.startsWith('2') ? 4 : 1)
      .join('');
    const { body } = await world.get(`/accounts?search=${encodeURIComponent(beginning)}`, operator);
    expect((body.items as { accountId: string }[]).map(({ accountId }) => accountId)).toContain(me.id);
  }
});

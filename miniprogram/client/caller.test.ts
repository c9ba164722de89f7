import { createApi, createCaller } from './caller';
import { ApiProblem } from './apiProblem';
import { type HttpReply, type HttpRequest } from './http';

const setUp = (...replies: HttpReply[]) => {
  const sent: HttpRequest[] = [];
  const tokens: boolean[] = [];
  const call = createCaller({
    baseUrl: () => 'https://lintuan.example',
    language: () => 'en',
    accessToken: (renew = false) => {
      tokens.push(renew);
      return Promise.resolve(renew ? 'new' : 'old');
    },
    send: (request) => {
      sent.push(request);
      return Promise.resolve(replies.shift() ?? { status: 200, body: {} });
    },
  });
  return { api: createApi(call), sent, tokens };
};

test('fills in the address and signs', async () => {
  const { api, sent } = setUp({ status: 200, body: { items: [] } });
  await api.catalog.listOffers({ query: { q: '苹果', pickupPointId: 'ppt_1', limit: '5' } });
  expect(sent[0]).toMatchObject({
    method: 'GET',
    url: 'https://lintuan.example/api/offers?q=%E8%8B%B9%E6%9E%9C&pickupPointId=ppt_1&limit=5',
    headers: { Authorization: 'Bearer old', 'Accept-Language': 'en' },
  });
});

test('keys writes that are not idempotent by themselves, with the key of the wish', async () => {
  const { api, sent } = setUp();
  const body = { recipientName: 'Li', phone: '13800138000', cityId: 'cit_1', area: 'a', door: 'b' };
  await api.identity.addAddress({ body, idempotencyKey: 'wish-1' });
  await api.identity.addAddress({ body });
  await api.identity.updateMe({ body: { largeType: true } });
  const keys = sent.map(({ headers }) => headers['Idempotency-Key']);
  expect(keys).toEqual(['wish-1', expect.stringMatching(/^\w{24}$/), undefined]);
});

test('renews an expired token once and sends the same key again', async () => {
  const { api, sent, tokens } = setUp(
    { status: 401, body: { code: 'TOKEN_EXPIRED' } },
    { status: 204, body: '' },
  );
  await expect(api.delivery.giveToProxy({ params: { orderId: 'ord_1' }, body: {} })).resolves.toBeUndefined();
  expect(tokens).toEqual([false, true]);
  expect(sent[1]?.headers['Authorization']).toBe('Bearer new');
  expect(sent[1]?.headers['Idempotency-Key']).toBe(sent[0]?.headers['Idempotency-Key']);
});

test('signs in without a token', async () => {
  const { api, sent, tokens } = setUp();
  await api.identity.sendPhoneCode({ body: { phone: '13800138000' } });
  expect(tokens).toEqual([]);
  expect(sent[0]?.headers).not.toHaveProperty('Authorization');
});

test('a refusal is a problem with its code and details', async () => {
  const { api } = setUp({ status: 409, body: { code: 'PRICE_CHANGED', quote: { cycleId: 'cyc_1' } } });
  const refused = await api.orders
    .getOrder({ params: { orderId: 'ord_1' } })
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiProblem);
  expect(refused).toMatchObject({
    code: 'PRICE_CHANGED',
    status: 409,
    details: { quote: { cycleId: 'cyc_1' } },
  });
});

test('an answer that is no problem document is passing trouble', async () => {
  const { api } = setUp({ status: 502, body: '<html>' });
  await expect(api.identity.getMe()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', passing: true });
});

import { X509Certificate } from 'node:crypto';
import { makeWechatPayAccount } from './account';
import { startWechatPay, testAccount } from './support';
import { handClock } from '../kit/support';

const clock = handClock('2026-11-30T08:00:00Z');
let on: Awaited<ReturnType<typeof startWechatPay>>;
beforeAll(async () => {
  on = await startWechatPay({ now: clock.now });
});
afterAll(() => on.close());

const path = () => `/v3/pay/transactions/out-trade-no/nothing-here?mchid=${on.keys.mchid}`;
const asked = (changes: Record<string, string>) =>
  on.call('GET', path(), undefined, { authorization: on.merchant.authorization('GET', path(), '', changes) });

describe('a call', () => {
  it.each([
    ['another merchant', { mchid: '9900000000' }],
    ['another serial', { serial_no: '7'.repeat(40) }],
    ['an old moment', { timestamp: String(Date.parse('2026-11-30T07:54:59Z') / 1000) }],
    ['a moment that is no number', { timestamp: 'soon' }],
    ['another signature', { signature: Buffer.from('x').toString('base64') }],
    ['no signature', { signature: '' }],
  ])('of %s is refused', async (_what, changes) => {
    const answer = await asked(changes);
    expect([answer.status, answer.body['code']]).toEqual([401, 'SIGN_ERROR']);
    expect(answer.headers.get('wechatpay-signature')).toBeNull();
  });

  it('tells what was to be signed', async () => {
    const body = JSON.stringify(on.params({ payer: { openid: 'o-wang' } }));
    const route = '/v3/pay/transactions/jsapi';
    const authorization = on.merchant.authorization('POST', route, `${body} `, {
      timestamp: '1796025600',
      nonce_str: 'n',
    });
    const answer = await on.call('POST', route, body, { authorization });
    expect(answer.body).toMatchObject({
      code: 'SIGN_ERROR',
      message: '错误的签名，验签失败',
      detail: {
        detail: { issue: 'sign not match' },
        field: 'signature',
        location: 'authorization',
        sign_information: {
          method: 'POST',
          url: route,
          truncated_sign_message: `POST\n${route}\n1796025600\nn\n${body.slice(0, 8)}\n`,
          sign_message_length: Buffer.byteLength(`POST\n${route}\n1796025600\nn\n${body}\n`),
        },
      },
    });
  });

  it('is taken once: the same nonce again is a replay', async () => {
    expect((await asked({ nonce_str: 'once' })).status).toBe(404);
    expect(await asked({ nonce_str: 'once' })).toMatchObject({ status: 401, body: { code: 'SIGN_ERROR' } });
  });

  it('is signed over its query, and says how it talks', async () => {
    const authorization = on.merchant.authorization('GET', path().replace(/\?.*/, ''), '');
    expect((await on.call('GET', path(), undefined, { authorization })).status).toBe(401);
    const answer = await on.call('POST', '/v3/pay/transactions/jsapi', '{}', {
      'content-type': 'text/plain',
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'PARAM_ERROR' } });
    expect((await on.call('GET', '/v3/other')).status).toBe(404);
  });
});

describe('an answer', () => {
  const genuine = (answer: Awaited<ReturnType<typeof asked>>, key?: string) =>
    on.merchant.isGenuine((name) => answer.headers.get(name), answer.text, key);

  it('is signed by the public key, whether it is good news or not', async () => {
    const good = await on.jsapi();
    const bad = await asked({});
    expect([good.status, bad.status]).toEqual([200, 404]);
    for (const answer of [good, bad]) {
      expect(answer.headers.get('wechatpay-serial')).toBe(on.keys.publicKeyId);
      expect(genuine(answer)).toBe(true);
    }
    expect((await on.call('GET', '/v3/certificates')).body['code']).toBe('RESOURCE_NOT_EXISTS');
  });

  it('can be forged for once', async () => {
    await on.control('POST', '/faults', { kind: 'forged_answer' });
    expect(genuine(await on.jsapi())).toBe(false);
    expect(genuine(await on.jsapi())).toBe(true);
  });

  it('is signed by certificates for older merchants, that change and are fetched encrypted', async () => {
    await on.control('PUT', '/verification', { mode: 'certificate' });
    type Listed = { serial_no: string; encrypt_certificate: Parameters<typeof on.merchant.decrypt>[0] };
    const certificates = async () => {
      const { body } = await on.call('GET', '/v3/certificates');
      return (body['data'] as Listed[]).map(({ serial_no: serial, encrypt_certificate: encrypted }) => ({
        serial,
        certificate: new X509Certificate(on.merchant.decrypt(encrypted)),
      }));
    };
    const [first] = await certificates();
    expect(first!.certificate.serialNumber).toBe(first!.serial);
    expect(first!.certificate.verify(first!.certificate.publicKey)).toBe(true);
    expect(first!.certificate.subject).toContain('CN=Sandbox sign');

    await on.control('POST', '/certificates/rotate');
    const [second, old] = await certificates();
    expect(old!.serial).toBe(first!.serial);
    const answer = await on.jsapi();
    expect(answer.headers.get('wechatpay-serial')).toBe(second!.serial);
    const pem = second!.certificate.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(genuine(answer, pem)).toBe(true);

    const modern = await on.call('GET', path(), undefined, { 'wechatpay-serial': on.keys.publicKeyId });
    expect(modern.headers.get('wechatpay-serial')).toBe(on.keys.publicKeyId);
    expect(genuine(modern)).toBe(true);
    await on.control('PUT', '/verification', { mode: 'public_key' });
  });
});

it('serves only merchants of its own, that no one else can have', async () => {
  const account = { ...testAccount(), mchid: '1900000001' };
  await expect(startWechatPay({ account })).rejects.toThrow(
    expect.objectContaining({ name: 'LiveKeysConfigured' }) as Error,
  );
  expect(makeWechatPayAccount(0).mchid).toMatch(/^99\d{8}$/);
});

import { type IncomingMessage } from 'node:http';
import { stripHeaders } from './strip';
import { proxyList, trustedProxies } from './trustedProxies';

const ranges = ['10.0.0.4', '192.168.7.0/24', 'fd00::/8'];
/** Where a request came from, as the services are told. */
function told(peer: string, forwardedFor: string | undefined, trusted = trustedProxies(ranges)): unknown {
  const headers: Record<string, string> = { host: 'test', 'x-real-ip': '9.9.9.9', forwarded: 'for=9.9.9.9' };
  if (forwardedFor !== undefined) headers['x-forwarded-for'] = forwardedFor;
  stripHeaders({ headers, socket: { remoteAddress: peer } } as unknown as IncomingMessage, trusted);
  expect(Object.keys(headers).sort()).toEqual(['host', 'x-forwarded-for']);
  return headers['x-forwarded-for'];
}

test.each([
  ['a stranger says nothing', '8.8.8.8', undefined, '8.8.8.8'],
  ['a stranger lies', '8.8.8.8', '1.2.3.4', '8.8.8.8'],
  ['a stranger in our own network lies', '10.0.0.5', '1.2.3.4', '10.0.0.5'],
  ['our proxy says nothing', '10.0.0.4', undefined, '10.0.0.4'],
  ['our proxy tells', '10.0.0.4', '1.2.3.4', '1.2.3.4'],
  ['our proxy tells over IPv6', '::ffff:10.0.0.4', '1.2.3.4', '1.2.3.4'],
  ['our proxy tells with a port', '10.0.0.4', '1.2.3.4:5678', '1.2.3.4'],
  ['our proxy tells of IPv6', 'fd00::1', '[2001:db8::7]:443', '2001:db8::7'],
  ['who lied to our proxy', '10.0.0.4', '6.6.6.6, 1.2.3.4', '1.2.3.4'],
  ['who lied that they are our proxy', '10.0.0.4', '6.6.6.6, 10.0.0.4, 1.2.3.4', '1.2.3.4'],
  ['somebody in the office lied to our proxy', '10.0.0.4', '6.6.6.6, 172.16.0.9', '172.16.0.9'],
  ['two proxies of ours', '10.0.0.4', '6.6.6.6, 1.2.3.4, 192.168.7.1', '1.2.3.4'],
  ['only proxies of ours', '10.0.0.4', '192.168.7.1', '192.168.7.1'],
  ['nonsense', '10.0.0.4', 'unknown', '10.0.0.4'],
  ['nonsense before an address', '10.0.0.4', '<script>, 192.168.7.1', '192.168.7.1'],
  ['nothing but commas', '10.0.0.4', ',,', '10.0.0.4'],
])('%s', (_, peer, forwardedFor, client) => {
  expect(told(peer, forwardedFor)).toBe(client);
});

test.each([
  ['false', '127.0.0.1', false],
  ['true', '127.0.0.1', true],
  ['true', '::1', true],
  ['true', '10.0.0.4', false],
  ['10.0.0.4, 10.1.0.0/16', '10.1.2.3', true],
  ['10.0.0.4', '10.0.0.5', false],
])('TRUST_PROXY=%s: %s may say where a request came from: %s', (text, address, may) => {
  expect(proxyList().parse(text).has(address)).toBe(may);
});

test.each([
  'yes',
  '*',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/33',
  '10.0.0',
  '10.0.0.4/8/8',
  'proxy.example',
  ',',
  '10.0.0.4/-1',
])('TRUST_PROXY=%s is a mistake', (text) => {
  expect(() => proxyList().parse(text)).toThrow(/TRUST|must be false, true/);
});

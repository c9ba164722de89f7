import { BlockList, isIP } from 'node:net';
import { z } from '#shared/contracts/zod';

/** Proxies of our own before the gateway, by address: only they may say where a request came from. */
export type TrustedProxies = { has(address: string | undefined): boolean };

const nobody: readonly string[] = [];
const thisMachine = ['127.0.0.0/8', '::1'];
const mistake =
  'must be false, true (for a proxy on this machine) or a list of addresses such as 10.0.0.4,192.168.7.0/24,fd00::/8';

/** Reads the list. Ranges that hold everybody are refused: that would let anybody say anything. */
export const proxyList = () =>
  z
    .string(mistake)
    .transform((text) => (text === 'false' ? nobody : text === 'true' ? thisMachine : text.split(/[\s,]+/)))
    .refine((list) => list.every(isRange), { error: mistake })
    .transform(trustedProxies);

function isRange(text: string): boolean {
  const [address = '', prefix, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  return (
    prefix === undefined ||
    (/^\d{1,3}$/.test(prefix) && Number(prefix) > 0 && Number(prefix) <= bits(address))
  );
}

const bits = (address: string): number => (isIP(address) === 6 ? 128 : 32);
const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** @param ranges addresses, or networks as `10.0.0.0/8` */
export function trustedProxies(ranges: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    list.addSubnet(address, prefix === undefined ? bits(address) : Number(prefix), familyOf(address));
  }
  return {
    has(address) {
      // A server that listens on IPv6, too, hears of IPv4 addresses in this form.
      const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? '';
      return isIP(plain) !== 0 && list.check(plain, familyOf(plain));
    },
  };
}

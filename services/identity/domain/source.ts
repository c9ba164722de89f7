/** Where a request comes from, as limits see it: one subscriber, and the network it is in. */
export type Source = { readonly subscriber: string; readonly network: string };

/** @param address an IPv4 or IPv6 address; whoever has an IPv6 network of 64 bits is one subscriber */
export function sourceOf(address: string): Source {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return { subscriber: plain, network: plain.split('.').slice(0, 3).join('.') };
  const groups = expanded(plain.toLowerCase());
  return { subscriber: groups.slice(0, 4).join(':'), network: groups.slice(0, 3).join(':') };
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expanded(address: string): string[] {
  const [head = '', tail] = address.split('::', 2);
  const groupsOf = (text: string) => (text === '' ? [] : text.split(':'));
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill('0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}

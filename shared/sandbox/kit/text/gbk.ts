let codes: Map<string, number> | undefined;

/** The characters of GBK with their two bytes, read from the decoder that every Node has. */
function table(): Map<string, number> {
  if (codes) return codes;
  codes = new Map();
  const decoder = new TextDecoder('gbk');
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(first, second));
      if (text.length === 1 && text !== '\uFFFD') codes.set(text, first * 256 + second);
    }
  return codes;
}

/** Text in GBK, as older Chinese files are; what it has no character for becomes a question mark. */
export function gbk(text: string): Buffer {
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.length === 1 && sign < '\u0080' ? sign.charCodeAt(0) : (table().get(sign) ?? 0x3f);
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Buffer.from(bytes);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** ASCII text → Base64; mini programs have no `btoa`. */
export const toBase64 = (ascii: string): string => {
  let out = '';
  for (let at = 0; at < ascii.length; at += 3) {
    const bits =
      (ascii.charCodeAt(at) << 16) | ((ascii.charCodeAt(at + 1) || 0) << 8) | (ascii.charCodeAt(at + 2) || 0);
    const four = [18, 12, 6, 0].map((shift) => letters[(bits >> shift) & 63] ?? '').join('');
    const missing = Math.max(0, at + 3 - ascii.length);
    out += four.slice(0, 4 - missing) + '='.repeat(missing);
  }
  return out;
};

/** Full-width letters, digits and signs as plain ones: `１３８` → `138`. */
export const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');

/** The digits of what was typed or pasted, in whatever way they are written or set apart. */
export const digitsOf = (text: string): string => plain(text).replace(/\D/g, '');

/**
 * A phone number as it is sent, of one that was typed or pasted: without spaces, hyphens, brackets and what cannot be seen, and a
 * mainland mobile without its country's number. While it is being typed, too.
 */
export const phoneOf = (text: string): string =>
  plain(text)
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+|00)?86(?=1)/, '')
    .replace(/(?!^)\+/g, '');

/**
 * What was typed as degrees Celsius, `-18` or `4.5`; nothing when it is no plausible temperature.
 * @param coldest in °C; 60 °C is the warmest.
 */
export const celsiusOf = (typed: string, coldest = -40): number | undefined => {
  const text = plain(typed).trim().replace('−', '-');
  if (!/^-?\d{1,2}(\.\d)?$/.test(text)) return undefined;
  const degrees = Number(text);
  return degrees >= coldest && degrees <= 60 ? degrees : undefined;
};

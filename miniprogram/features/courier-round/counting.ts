/** What was counted of one crate; the temperature as typed. */
export type CountedCrate = { readonly units: number; readonly celsius: string };

/** What was typed as degrees Celsius, `-18` or `4.5`; nothing when it is no plausible temperature. */
export const celsiusOf = (typed: string): number | undefined => {
  const text = typed.trim().replace('−', '-');
  if (!/^-?\d{1,2}(\.\d)?$/.test(text)) return undefined;
  const degrees = Number(text);
  return degrees >= -40 && degrees <= 60 ? degrees : undefined;
};

/** `12.34` for 1234 fen, as bills and Alipay write amounts. */
export const yuan = (fen: number) =>
  `${fen < 0 ? '-' : ''}${Math.trunc(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;

/** The fee for a payment in fen at a rate in hundredths of a percent (60 is 0.60 %), rounded to the nearest fen. */
export const feeOf = (fen: number, rate: number) => Math.round((fen * rate) / 10_000);

import { encode } from 'uqr';

/** The dark squares of a QR code of `text`, in a field of `size` by `size` squares with a quiet edge. */
export const qrSquares = (text: string) => {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [{ x, y }] : [])));
  return { size, dark };
};

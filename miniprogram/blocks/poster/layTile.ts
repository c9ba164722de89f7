import { type Mark, type Measure, type PosterOffer } from './types';
import { colors, lineHeight, type Part, type Spot, write } from './write';

/** How large one offer is written. */
export type Sizes = { readonly title: number; readonly price: number; readonly small: number };

/** The price with what it is per, and the former one where there is room for all of it: half a price is none. */
const priceLine = (offer: PosterOffer, spot: Spot, sizes: Sizes, measure: Measure): Part => {
  const price = { size: sizes.price, bold: true, color: colors.tomato };
  const small = { size: sizes.small, color: colors.soft };
  const height = lineHeight(sizes.price);
  const y = spot.top + height / 2;
  const marks: Mark[] = [{ kind: 'text', text: offer.price, x: spot.x, y, ...price }];
  let x = spot.x + measure(offer.price, price) + 4;
  if (offer.unit !== undefined) {
    marks.push({ kind: 'text', text: offer.unit, x, y, ...small });
    x += measure(offer.unit, small) + 4;
  }
  if (offer.before !== undefined) {
    const struck = measure(offer.before, small);
    if (x + 6 + struck <= spot.x + spot.width)
      marks.push({ kind: 'text', text: offer.before, x: x + 6, y, struck, ...small });
  }
  return { marks, bottom: spot.top + height };
};

/** One offer: its picture, `height` high, and what it is and costs below. */
export const layTile = (
  offer: PosterOffer,
  spot: Spot & { readonly height: number },
  sizes: Sizes,
  measure: Measure,
): Part => {
  const { x, top, width, height } = spot;
  const titleLook = { size: sizes.title, bold: true, color: colors.ink };
  const title = write(offer.title, titleLook, { x, width, top: top + height + 10, lines: 2 }, measure);
  const packLook = { size: sizes.small, color: colors.soft };
  const pack = write(offer.pack, packLook, { x, width, top: title.bottom + 2, lines: 1 }, measure);
  const price = priceLine(offer, { x, width, top: pack.bottom + 2 }, sizes, measure);
  const picture: Mark = { kind: 'picture', src: offer.picture, x, y: top, width, height, round: 16 };
  return { marks: [picture, ...title.marks, ...pack.marks, ...price.marks], bottom: price.bottom };
};

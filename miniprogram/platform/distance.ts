type Position = { readonly lat: number; readonly lng: number };

const earthMetres = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two positions, as the crow flies; right to a few metres within a city. */
export const metresBetween = (a: Position, b: Position): number => {
  const north = radians(b.lat - a.lat);
  const east = radians(b.lng - a.lng) * Math.cos(radians((a.lat + b.lat) / 2));
  return Math.round(Math.hypot(north, east) * earthMetres);
};

import { type Position } from '#shared/contracts/common';

const earthRadiusMetres = 6_371_000;
/** Streets are longer than the crow's flight. */
const detour = 1.3;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres as the crow flies (haversine). */
export function metresBetween(a: Position, b: Position): number {
  const lat = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const lng = Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  const h = lat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * lng;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Metres along streets, estimated. */
export const roadMetres = (a: Position, b: Position): number => metresBetween(a, b) * detour;

type Position = { readonly lat: number; readonly lng: number };

/** The ellipsoid that Chinese maps are drawn on (Krasovsky 1940). */
const axis = 6378245;
const eccentricity = 0.006693421622965943;

const waves = (x: number) => (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
const slow = (x: number) => (20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * (2 / 3);

const north = (x: number, y: number) =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  waves(x) +
  slow(y) +
  (160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * (2 / 3);

const east = (x: number, y: number) =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  waves(x) +
  slow(x) +
  (150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * (2 / 3);

/** A WGS-84 position as the maps of Chinese platforms count it (GCJ-02): some hundred metres apart in mainland China. */
export const toGcj02 = ({ lat, lng }: Position): Position => {
  const radians = (lat / 180) * Math.PI;
  const magic = 1 - eccentricity * Math.sin(radians) ** 2;
  const root = Math.sqrt(magic);
  const dLat =
    (north(lng - 105, lat - 35) * 180) / (((axis * (1 - eccentricity)) / (magic * root)) * Math.PI);
  const dLng = (east(lng - 105, lat - 35) * 180) / ((axis / root) * Math.cos(radians) * Math.PI);
  return { lat: lat + dLat, lng: lng + dLng };
};

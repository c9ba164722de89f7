type Destination = {
  readonly lat: number;
  readonly lng: number;
  readonly name: string;
  readonly address: string;
};

/** Opens the way there in the phone's map app, or in a browser's map. */
export const navigateTo = ({ lat, lng, name }: Destination): void => {
  const to = encodeURIComponent(`${lng},${lat},${name}`);
  window.open(
    `https://uri.amap.com/navigation?to=${to}&mode=car&coordinate=wgs84&callnative=1`,
    '_blank',
    'noopener',
  );
};

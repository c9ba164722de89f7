import { citiesApi } from './catalog/cities';

const city = (timeZone: string) =>
  citiesApi.openCity.body.safeParse({
    name: { zh: '太子港', en: 'Port-au-Prince' },
    timeZone,
    centre: { lng: -72.3, lat: 18.5 },
  }).success;

test.each([
  ...Intl.supportedValuesOf('timeZone'),
  ...[
    'UTC',
    'Etc/GMT+8',
    'Etc/GMT-14',
    'Etc/UTC',
    'GMT',
    'America/Port-au-Prince',
    'EST5EDT',
    'PRC',
    'GB-Eire',
  ],
])('%s is a time zone', (name) => {
  expect(city(name)).toBe(true);
});

test.each([
  '',
  'x',
  'Mars/Base',
  '+08:00',
  'UTC+8',
  'GMT+8',
  'Asia/',
  '/Asia',
  'Asia//Shanghai',
  '../etc',
  'A'.repeat(41),
])('%j is none', (name) => {
  expect(city(name)).toBe(false);
});

import { type IncomingMessage } from 'node:http';
import { type RequestHandler } from 'express';
import helmet from 'helmet';

/** The app, its pictures and its sockets come from this origin. Nothing else is loaded. */
const policy = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", ({ headers }) => ownSockets(headers)],
      mediaSrc: ["'self'", 'blob:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      // The app opens the payment page, which may lead on to the payment provider.
      formAction: ["'self'", 'https:'],
      frameAncestors: ["'none'"],
    },
  },
  // Providers of payments ask who sends them a shopper: WeChat Pay's page opens for nobody who does not say it.
  referrerPolicy: { policy: 'strict-origin' },
  // The demo runs on plain http, where this would lock browsers out of it.
  strictTransportSecurity: false,
});

/** Older browsers do not count sockets of the same host as of the same origin. */
const ownSockets = ({ host = '' }: IncomingMessage['headers']): string =>
  /^[\w.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/i.test(host) ? `ws://${host} wss://${host}` : "'self'";

/** Couriers share their position, leaders scan codes, screens that show a code stay lit; the rest of a phone is no business of the app. */
const permissions = [
  ...['camera', 'geolocation', 'fullscreen', 'clipboard-write', 'screen-wake-lock', 'web-share'].map(
    (feature) => `${feature}=(self)`,
  ),
  ...[
    'accelerometer',
    'autoplay',
    'bluetooth',
    'browsing-topics',
    'display-capture',
    'encrypted-media',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'publickey-credentials-get',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((feature) => `${feature}=()`),
].join(', ');

/** What a page from here may load, and what of the device it may use. */
export const contentPolicy: RequestHandler = (req, res, next) => {
  res.setHeader('Permissions-Policy', permissions);
  policy(req, res, next);
};

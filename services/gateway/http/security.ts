import { type RequestHandler } from 'express';
import helmet from 'helmet';

/** The app, its pictures and sockets come from this origin; pictures may also lie in an object store. Nothing else is loaded. */
export const contentPolicy: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", 'ws:', 'wss:'],
      mediaSrc: ["'self'", 'blob:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      // The app opens the payment page, which may lead on to the payment provider.
      formAction: ["'self'", 'https:'],
      frameAncestors: ["'none'"],
    },
  },
  // The demo runs on plain http, where this would lock browsers out of it.
  strictTransportSecurity: false,
});

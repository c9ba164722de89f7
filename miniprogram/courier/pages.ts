/** The courier's pages, in app.config.ts; the first one is where the courier begins. */
export const courierPages = ['route/index', 'load/index', 'stop/index'];

import { type Browser } from 'playwright-core';
import { type Connection } from '../../../scripts/demo/actors/connection';
import { launchBrowser } from '../../../scripts/browser';
import { type AllInOne, startAllInOne } from '../allInOne';
import { type TestTime } from '../testTime';
import { type AppWindow, openWindow, type WindowOptions } from './appWindow';
import { type Market, openMarket } from './market';

/** What every journey stands on: the product as `npm start` runs it, a browser, and the operator's market. */
export type Stage = {
  readonly connection: Connection;
  /** Goes on as the journey says: for the product, for its people, and on their phones. */
  readonly time: TestTime;
  readonly market: Market;
  /** Somebody takes their phone out and opens the app. */
  readonly window: (who: string, options?: WindowOptions) => Promise<AppWindow>;
  readonly close: () => Promise<void>;
};

/** Starts the product with the demo's people, and opens a browser. `environment`: what is set up besides. */
export async function setStage(environment: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const product: AllInOne = await startAllInOne(environment);
  const { url, time } = product;
  const browser: Browser = await launchBrowser();
  const connection = { url, retries: 2, time };
  return {
    connection,
    time,
    market: await openMarket(connection),
    window: (who, options) => openWindow(browser, product, { who, ...options }),
    async close() {
      await browser.close();
      await product.close();
    },
  };
}

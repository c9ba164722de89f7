import { type Browser } from 'playwright-core';
import { type Connection } from '../../../scripts/demo/actors/connection';
import { launchBrowser } from '../../../scripts/browser';
import { type AllInOne, startAllInOne } from '../allInOne';
import { type Market, openMarket } from './town';

/** What every journey stands on: the product as `npm start` runs it, a browser, and the operator's market. */
export type Stage = {
  readonly url: string;
  readonly connection: Connection;
  readonly browser: Browser;
  readonly market: Market;
  /** Seconds for something that takes `quiet` seconds of a quiet machine: a busy one gets more. */
  readonly seconds: (quiet: number) => number;
  readonly close: () => Promise<void>;
};

/** How long the start of the product takes on a quiet machine. */
const quietStartMs = 9_000;
const mostPatience = 2.5;

/** Starts the product with the demo's people, and opens a browser. */
export async function setStage(): Promise<Stage> {
  const began = performance.now();
  const product: AllInOne = await startAllInOne();
  const patience = Math.min(mostPatience, Math.max(1, (performance.now() - began) / quietStartMs));
  const browser = await launchBrowser();
  return {
    url: product.url,
    connection: { url: product.url, retries: 2 },
    browser,
    market: await openMarket(product.url),
    seconds: (quiet) => Math.ceil(quiet * patience),
    async close() {
      await browser.close();
      await product.close();
    },
  };
}

import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './testTools';

/** Without what a browser does by itself: looking for updates, syncing, calling home. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium of this machine. Throws when there is none. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium: install it, or set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: quiet });
}

import { findChromium, type TestTool } from '../../scripts/testTools';

/** `describe`, or `describe.skip` when `npm test` said that this machine lacks the tool. */
export function describeWith(tool: TestTool['name']): jest.Describe {
  return process.env['TEST_WITHOUT']?.split(',').includes(tool) ? describe.skip : describe;
}

/** The browser to test with. Throws when there is none. */
export function chromiumPath(): string {
  const path = findChromium();
  if (path === undefined) throw new Error('no Chromium: install it, or set CHROMIUM_PATH');
  return path;
}

/**
 * `npm test`: finds or installs what some tests need beside npm's packages, then runs jest with the given arguments.
 * What cannot be had is named and its tests are skipped – except under CI=true, where nothing may be left out.
 */
import { spawnSync } from 'node:child_process';
import { findChromium, howToGet, install, testTools } from './testTools';

/** Settings of a real deployment have no place in a test run. */
const DEPLOYMENT = ['PORT', 'DATA_DIR', 'MONGODB_URI', 'REDIS_URL', 'PUBLIC_URL', 'LOG_LEVEL', 'NODE_ENV'];

const missing = () => testTools.filter((tool) => !tool.isThere());

install(missing());
const leftOut = missing();
for (const tool of leftOut)
  console.error(`Left out: ${tool.serves}; ${tool.name} is not here (${howToGet(tool)})`);
if (leftOut.length > 0 && process.env['CI'] === 'true') {
  console.error('CI=true: no test may be left out.');
  process.exit(1);
}

const kept = Object.entries(process.env).filter(
  ([name]) => !DEPLOYMENT.includes(name) && !/^(STRIPE|WECHATPAY|ALIPAY)_/.test(name),
);
const env: NodeJS.ProcessEnv = {
  ...Object.fromEntries(kept),
  TEST_WITHOUT: leftOut.map((tool) => tool.name).join(','),
};
const chromium = findChromium();
if (chromium) env['CHROMIUM_PATH'] = chromium;
const jest = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...process.argv.slice(2)], {
  env,
  stdio: 'inherit',
});
process.exit(jest.status ?? 1);

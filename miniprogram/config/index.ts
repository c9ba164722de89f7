import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { environment } from './environment';
import { h5 } from './h5';
import { mini } from './mini';
import { operationsJson } from './operations';

/** What every target shares. `npm run build:<target>` builds into `dist/<target>`. */
export default defineConfig({
  projectName: 'lintuan',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: '.',
  outputRoot: `dist/${environment.target}`,
  alias: {
    '@': path.resolve(__dirname, '..'),
    '#shared': path.resolve(__dirname, '..', '..', 'shared'),
  },
  env: { PUBLIC_URL: JSON.stringify(environment.publicUrl) },
  defineConstants: { OPERATIONS: operationsJson() },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  terser: { enable: environment.minified, config: { output: { comments: false, quote_keys: false } } },
  mini,
  h5,
});

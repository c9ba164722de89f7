import path from 'node:path';
import { compile } from './compile';
import { FirstScreen } from './firstScreen';
import { Offline } from './offline';

type Chain = {
  resolve: { alias: { set: (name: string, file: string) => void } };
  merge: (options: Record<string, unknown>) => void;
  plugin: (name: string) => { use: (plugin: unknown) => void };
};

/**
 * Settings of the H5 site. Routes live in the hash: the gateway serves one static file at `/`, so any link works
 * from any static host, and no page address can clash with `/api` or `/realtime`.
 */
export const h5 = {
  compile,
  publicPath: '/',
  staticDirectory: 'static',
  router: { mode: 'hash' },
  output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: 'css/[name].[contenthash:8].css',
    chunkFilename: 'css/[name].[contenthash:8].css',
  },
  postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true }, cssModules: { enable: false } },
  /** Each page is its own chunk; what several pages need goes into shared ones instead of into each of them. */
  webpackChain(chain: Chain) {
    chain.plugin('firstScreen').use(FirstScreen);
    chain.plugin('offline').use(Offline);
    chain.resolve.alias.set('@tarojs/router$', path.resolve(__dirname, '..', 'platform', 'router.h5.ts'));
    chain.merge({
      optimization: {
        splitChunks: {
          chunks: 'all',
          minSize: 6000,
          cacheGroups: { default: { minChunks: 2, priority: -10, reuseExistingChunk: true } },
        },
      },
      performance: { hints: false },
    });
  },
} as const;

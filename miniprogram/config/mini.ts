import { compile } from './compile';

type Chain = {
  plugin: (name: string) => { use: (plugin: unknown, options: unknown[]) => void };
};
type Webpack = { ProvidePlugin: unknown };

/** Settings of all mini-program targets. Sizes are plain px: a phone's px is CSS's px, so nothing is converted. */
export const mini = {
  compile,
  optimizeMainPackage: { enable: true },
  miniCssExtractPluginOption: { ignoreOrder: true },
  postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
  /** react-query needs AbortController, which no mini program has. */
  webpackChain(chain: Chain, webpack: Webpack) {
    chain.plugin('provideAbortController').use(webpack.ProvidePlugin, [
      {
        AbortController: [require.resolve('./abortController.cjs'), 'AbortController'],
      },
    ]);
  },
};

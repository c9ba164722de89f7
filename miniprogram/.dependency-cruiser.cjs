const root = require('../.dependency-cruiser.cjs');

const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/** The rules of the house, and those of the mini program's own rooms. */
module.exports = {
  forbidden: [
    ...root.forbidden,
    rule(
      'features-are-strangers',
      { path: '^miniprogram/features/([^/]+)/' },
      { path: '^miniprogram/features/[^/]+/', pathNot: '^miniprogram/features/$1/' },
      'Features do not know each other: move what both need into client/, design/ or platform/, or open the other page.',
    ),
    rule(
      'foundations-know-no-feature',
      { path: '^miniprogram/(blocks|client|design|i18n|platform)/' },
      { path: '^miniprogram/(features|pages|leader|courier|operator)/' },
      'The foundations carry the features, not the other way round.',
    ),
    rule(
      'design-knows-no-service',
      { path: '^miniprogram/(design|i18n|platform)/' },
      { path: '^miniprogram/client/|^shared/contracts/' },
      'Components get plain values handed in.',
    ),
  ],
  options: {
    ...root.options,
    tsConfig: undefined,
    webpackConfig: { fileName: 'miniprogram/webpackAliases.cjs' },
    exclude: { path: '^miniprogram/(dist|node_modules)/' },
  },
};

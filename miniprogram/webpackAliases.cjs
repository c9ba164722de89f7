const path = require('node:path');

/** How `@/…` and `#shared/…` are found, for tools that do not read Taro's configuration. */
module.exports = {
  resolve: {
    alias: { '@': __dirname, '#shared': path.join(__dirname, '..', 'shared') },
    extensions: ['.tsx', '.ts', '.js'],
  },
};

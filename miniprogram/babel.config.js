/** Engines of the last five years: the platforms' own tools lower the syntax further where a phone needs it. */
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        targets: { chrome: '87', ios: '14' },
      },
    ],
  ],
};

const path = require('node:path');

const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
];
/** Loaded as they are; everything else in node_modules may be an ES module and is transformed. */
const commonJs = [
  'react',
  'react-dom',
  'scheduler',
  '@testing-library',
  '@swc',
  'jsdom',
  'core-js',
  'core-js-pure',
];

module.exports = {
  displayName: 'miniprogram',
  rootDir: __dirname,
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/**/*.test.ts', '<rootDir>/**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['<rootDir>/jest.setup.ts'],
  setupFilesAfterEnv: ['<rootDir>/jest.quiet.ts', '<rootDir>/jest.patience.ts'],
  /** The H5 variant of a file wins, as in the H5 build. */
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'cjs', 'mjs', 'json'],
  transform: { '^.+\\.[mc]?[jt]sx?$': swc },
  transformIgnorePatterns: [`/node_modules/(${commonJs.join('|')})/`],
  moduleNameMapper: {
    '\\.(scss|css|png|webp)$': path.join(__dirname, 'jest.asset.cjs'),
    '^@/(.*)$': '<rootDir>/$1',
    '^#shared/(.*)$': '<rootDir>/../shared/$1',
    '^@tarojs/components$': '@tarojs/components/lib/react',
    '^@tarojs/taro$': '<rootDir>/testing/taro.ts',
  },
};

const swc = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
];
/** Packages published as ES modules only: jest's own module system cannot require them untransformed. */
const esmOnly = [
  'jose',
  'file-type',
  'token-types',
  'strtok3',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'aws4fetch',
];

const common = {
  globalSetup: '<rootDir>/tests/globalSetup.ts',
  globalTeardown: '<rootDir>/tests/globalTeardown.ts',
  testEnvironment: '<rootDir>/tests/support/environment.ts',
  transform: { '^.+\\.[mc]?[jt]s$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  testPathIgnorePatterns: ['/node_modules/', '/miniprogram/'],
};

module.exports = {
  testTimeout: 30_000,
  // By itself jest leaves one processor alone: on a machine with two that is half of it.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/tests/longestFirst.cjs',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{services,shared,scripts}/**/*.test.ts'] },
    {
      ...common,
      displayName: 'system',
      globalSetup: '<rootDir>/tests/systemSetup.ts',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
    },
    '<rootDir>/miniprogram/jest.config.cjs',
  ],
};

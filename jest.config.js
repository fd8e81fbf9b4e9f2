/** One jest project per kind of test; `npm test` runs all but the soak (see scripts/test.ts, scripts/test-soak.ts). */
const transform = {
  '^.+\\.(t|j|mj)sx?$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
};
const project = (displayName, folders, more = {}) => ({
  displayName,
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns: ['/node_modules/'],
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
  setupFilesAfterEnv: ['<rootDir>/test/soak/scale-properties.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/', '<rootDir>/tools/'],
  ...more,
});

module.exports = {
  // Only finds tests that hang, also on a busy machine.
  // Jest has one timeout for all projects; tests of many rounds set a longer one (LONG_TIMEOUT_MS in test/soak).
  testTimeout: 600_000,
  projects: [
    project('unit', ['unit', 'property', 'security']),
    project('component', ['component'], { testEnvironment: 'jsdom' }),
    project('contract', ['contract', 'race', 'fault']),
    project('e2e', ['e2e'], {
      globalSetup: '<rootDir>/test/e2e/support/begin.ts',
      globalTeardown: '<rootDir>/test/e2e/support/end.ts',
    }),
    project('soak', ['soak']),
  ],
};

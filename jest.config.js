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
  // No test is about time, and a machine may do ten things at once: this only finds what hangs, within two minutes.
  // Jest knows one for all projects only; tests of many rounds say that they need more (LONG_TIMEOUT_MS in test/soak).
  testTimeout: 110_000,
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

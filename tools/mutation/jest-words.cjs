const { bind } = require('jest-each');
const { expect } = require('expect');
const fastCheck = require('fast-check');
const { interfaces } = require('mocha');
const { readTypeScript } = require('../../scripts/bootstrap/read-typescript.cjs');

/** Of each property: few, since they run once per broken line. */
const RUNS_PER_PROPERTY = 25;

readTypeScript();

// The same values for every broken line, so that what is noticed once is noticed again, and no search for simpler ones.
const { assert } = fastCheck.default;
fastCheck.default = {
  ...fastCheck.default,
  assert: (property, parameters = {}) =>
    assert(property, { ...parameters, numRuns: RUNS_PER_PROPERTY, seed: 1, endOnFailure: true }),
};

/**
 * What runs both while a file loads and in a test is broken in the tests only, so that Stryker need not start a
 * process for it, which takes a hundred times as long.
 */
function forgetLoading() {
  const { static: loading = {}, perTest = {} } = globalThis.__stryker__?.mutantCoverage ?? {};
  for (const touched of Object.values(perTest)) for (const line of Object.keys(touched)) delete loading[line];
}

const withEach = (word) => Object.assign((title, body) => word(title, body), { each: bind(word, false) });

const mochaWords = interfaces.bdd;
/**
 * Mocha with Jest's words. Jest starts its modules anew for every broken line; Mocha keeps them and does the same
 * in a fiftieth of the time, which is enough for rules that keep nothing between two calls.
 */
interfaces.bdd = (suite) => {
  mochaWords(suite);
  if (process.env.TABLES !== '1') suite.afterAll(forgetLoading);
  suite.on('pre-require', (context) => {
    Object.assign(context, {
      expect,
      test: withEach(context.it),
      it: withEach(context.it),
      describe: withEach(context.describe),
      beforeAll: context.before,
      afterAll: context.after,
    });
  });
};

import type fastCheck from 'fast-check';
import { PROPERTY_SCALE } from './counts';

/** Whose files are little else than properties; others would load the library for nothing. */
const isProperties = /\/(property|security|soak)\/|fuzz/.test(expect.getState().testPath ?? '');

/** Set up for every test file: multiplies the runs that a property asks for and tells how many there were. */
if (PROPERTY_SCALE !== 1 && isProperties) {
  const library = require('fast-check') as { default: typeof fastCheck };
  const { assert } = library.default;
  let [properties, runs] = [0, 0];
  library.default = {
    ...library.default,
    assert: ((property: never, { numRuns = 100, ...parameters }: fastCheck.Parameters = {}) => {
      const scaled = Math.max(1, Math.round(numRuns * PROPERTY_SCALE));
      properties += 1;
      runs += scaled;
      return assert(property, { ...parameters, numRuns: scaled } as never);
    }) as typeof assert,
  };
  afterAll(() => {
    if (properties > 0) console.info(`${properties} properties, ${runs} runs`);
  });
}

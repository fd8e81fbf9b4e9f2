import type fastCheck from 'fast-check';
import { PROPERTY_SCALE } from './counts';

/**
 * Set up for every test file: multiplies the runs that a property asks for and tells how many there were. Without the
 * variable that `counts.ts` reads, properties run as they stand.
 */
if (PROPERTY_SCALE !== 1) {
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

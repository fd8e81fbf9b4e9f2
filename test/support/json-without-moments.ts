/** Milliseconds of 2001-09-09; no amount in fen and no count of a test comes near it. */
const FIRST_MOMENT = 1_000_000_000_000;

/** The value as JSON without its moments (epoch, milliseconds), whose digits may hold any short number by chance. */
export const jsonWithoutMoments = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'number' && part >= FIRST_MOMENT ? 'moment' : part));

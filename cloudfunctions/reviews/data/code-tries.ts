import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { countTry as count, type Tries } from '../../shared/limits/count-try';
import { retained } from '../../shared/retention/retained';

const LIMIT = { most: 20, windowMs: 3_600_000 } as const;

/**
 * How often a WeChat user has entered a code of customers, `_id` is the OPENID, or how often others than its owner have tried
 * one code, `_id` is `card:` and its hash, whether there is such a card or not.
 */
const tries = collection<Tries>('code_tries');

/** @returns when the next one is possible, if there were too many already; null otherwise */
export const countTry = (who: string, now: Instant, isAgain: boolean): Promise<Instant | null> =>
  count(tries, who, now, { ...LIMIT, isAgain });

/** They name WeChat users who are nobody's employees. */
export const retainedCodeTries = retained(tries, 30, 'until', (_, { instant }) => ({ until: _.lt(instant) }));

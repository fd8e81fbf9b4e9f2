import { isAgainstRule } from '../utils/is-against-rule';
import { newKey } from '../utils/new-key';
import { cloud } from './cloud';
import { createDecisions } from './decisions';

/** The deferred decisions of this phone. */
export const decisions = createDecisions({
  async send({ verb, comment, cards }) {
    // Cards show their warnings, and whoever decides many is asked about them.
    const requests = cards.map((card) => ({
      id: card.id,
      rev: card.rev,
      ...(isAgainstRule(card) && { seen: true as const }),
    }));
    return (await cloud.requests.decideMany({ verb, requests, ...(comment ? { comment } : {}) })).data;
  },
  newKey,
  runAfter(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

import { newKey } from '../utils/new-key';
import { cloud } from './cloud';
import { createDecisions } from './decisions';

/** The deferred decisions of this phone. */
export const decisions = createDecisions({
  async send({ verb, comment, cards }) {
    const requests = cards.map(({ id, rev }) => ({ id, rev }));
    return (await cloud.requests.decideMany({ verb, requests, ...(comment ? { comment } : {}) })).data;
  },
  newKey,
  runAfter(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

import type { ValueResult } from '#contracts/integration';
import { collection } from '../../shared/data/collection';
import { figure, listOfObjects, text } from '../../shared/faults/checks';
import { type Retained, retained } from '../../shared/retention/retained';
import { KEPT_DAYS, type KeptRequest } from '../domain/repeat';

const requests = collection<KeptRequest>('integration_requests', {
  at: figure,
  source: text,
  bodyHash: text,
  path: text,
  values: listOfObjects({ kpi: text, cycle: text, at: figure }),
});

export const findKeptRequest = requests.byId;
/** The same id again is a duplicate: the first one counts. */
export const keepRequest = requests.add;

/** The first answer stays. */
export const keepAnswer = (_id: string, answer: readonly ValueResult[]): Promise<number> =>
  requests.updateWhere(
    () => ({ _id, answer: null }),
    () => ({ answer }),
  );

/** One day more than is promised: days end at midnight. */
export const RETAINED_REQUESTS: Retained = retained(requests, KEPT_DAYS + 1, 'at', (_, { instant }) => ({
  at: _.lt(instant),
}));

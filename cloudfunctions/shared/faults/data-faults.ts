import type { Day, Instant } from '#contracts/common';
import type { RecordFault } from '#contracts/record-fault';
import { collection } from '../data/collection';
import { WarmCache } from '../data/warm-cache';
import { retained } from '../retention/retained';
import { type Fault, faultIdOf, takeFaults } from './fault';

/** A document of `data_faults`; `_id` is `<collection>:<document>`. */
export interface DataFault extends Omit<RecordFault, 'id'> {
  readonly _id: string;
  /** The day on which those who mend data were told of it; null until then. Missing of faults from before this was kept. */
  readonly toldOn?: Day | null;
}

const dataFaults = collection<DataFault>('data_faults');
/** How often an instance writes that it has seen the same fault. */
const WRITE_EVERY_MS = 3_600_000;
const written = new WarmCache<string>(500, WRITE_EVERY_MS);

/**
 * Saves the faults that the call has noted, so that HR sees them: no call of the database without faults, or where the
 * instance saved the same ones within the hour. A failure is logged; it never fails the caller, and the next call that
 * meets the document notes it again.
 */
export async function saveFaults(now: Instant): Promise<void> {
  const isKnown = (fault: Fault) => written.get(faultIdOf(fault), now) === keyOf(fault);
  for (const fault of takeFaults().filter((each) => !isKnown(each)))
    try {
      await save(fault, now);
      written.set(faultIdOf(fault), keyOf(fault), now);
    } catch (error) {
      console.error('FAULT_NOT_SAVED', faultIdOf(fault), error);
    }
}

const keyOf = ({ field, rule }: Fault): string => `${field}:${rule}`;

async function save(fault: Fault, seenAt: Instant): Promise<void> {
  const _id = faultIdOf(fault);
  if ((await dataFaults.add({ _id, ...fault, seenAt, toldOn: null })) === 'added') return;
  await dataFaults.updateWhere(
    () => ({ _id }),
    () => ({ ...fault, seenAt }),
  );
}

/** Faults sorted by collection and document, starting after `cursor`. */
export const findFaultsAfter = (cursor: string, limit: number): Promise<DataFault[]> =>
  dataFaults.list((_) => ({ _id: _.gt(cursor) }), limit, [['_id', 'asc']]);

export const countUntold = (): Promise<number> => dataFaults.count(() => ({ toldOn: null }));

export const countToldOn = (day: Day): Promise<number> => dataFaults.count(() => ({ toldOn: day }));

export const markTold = (day: Day): Promise<number> =>
  dataFaults.updateWhere(
    () => ({ toldOn: null }),
    () => ({ toldOn: day }),
  );

/** Removes faults that are mended, unless they were seen again in the meantime. */
export async function removeFaults(faults: readonly DataFault[], seenBefore: Instant): Promise<void> {
  const ids = faults.map(({ _id }) => _id);
  if (ids.length > 0) await dataFaults.removeWhere((_) => ({ _id: _.in(ids), seenAt: _.lte(seenBefore) }));
}

/** One that is still there is noted again whenever its document is met. */
export const retainedFaults = retained(dataFaults, 180, 'seenAt', (_, { instant }) => ({
  seenAt: _.lt(instant),
}));

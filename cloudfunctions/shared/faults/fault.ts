import type { RecordFault } from '#contracts/record-fault';

/** A fault of a stored document, without the time. */
export type Fault = Pick<RecordFault, 'collection' | 'document' | 'field' | 'rule'>;

/** The most faults that one call notes; a job finds the others on its next run. */
const MAX_NOTED = 1_000;
/** The most that one call hands on to be saved. */
const MAX_TAKEN = 50;

/** State of the running call: an instance handles one call at a time. The first fault of a document counts. */
const noted = new Map<string, Fault>();

/** Notes a document that is left out, so that it is named to HR; see `saveFaults`. */
export function noteFault(fault: Fault): void {
  const id = faultIdOf(fault);
  if (noted.size < MAX_NOTED && !noted.has(id)) noted.set(id, fault);
}

/** Whether this call left the document out: it is there, so it is not to be treated as absent. */
export const isLeftOut = (collection: string, document: string): boolean =>
  noted.has(faultIdOf({ collection, document }));

/** The collection of a document that this call left out and whose id names this person, or another thing; null if there is none. */
export function leftOutAbout(name: string): string | null {
  for (const { collection, document } of noted.values())
    if (document.split(':').includes(name)) return collection;
  return null;
}

/** The faults noted by this call; none are noted afterwards. */
export function takeFaults(): Fault[] {
  const taken = [...noted.values()].slice(0, MAX_TAKEN);
  noted.clear();
  return taken;
}

export const faultIdOf = ({ collection, document }: Pick<Fault, 'collection' | 'document'>): string =>
  `${collection}:${document}`;

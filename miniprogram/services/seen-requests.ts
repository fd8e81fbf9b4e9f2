import { readStored, writeIfRoom } from './store';

/** Rejected requests that are remembered as seen; older ones are no longer shown on Today. */
const MAX_SEEN = 20;

/** Ids of own rejected requests that were opened on this phone. */
export const seenRequests = (): readonly string[] => readStored('seenRequests') ?? [];

/** Remembers that the person has seen how their request ended, so that Today says it no more. */
export function noteSeen(id: string): void {
  const seen = seenRequests();
  if (!seen.includes(id)) writeIfRoom('seenRequests', [...seen, id].slice(-MAX_SEEN));
}

import type { Instant } from '#contracts/common';
import { collection } from '../data/collection';

/** Audit record: a person has viewed private data of another person. The viewed values are not stored. */
export interface AccessRecord {
  readonly _id: string;
  readonly at: Instant;
  readonly readerId: string;
  readonly readerName: string;
  /** Whose data it is. */
  readonly ownerId: string;
  readonly what: 'request';
  readonly aboutId: string;
  readonly fields: readonly string[];
}

const accessRecords = collection<AccessRecord>('readings');

/**
 * Writes an audit record. Await it before answering the data: if the record cannot be written, the data is not
 * shown.
 */
export async function recordAccess(reading: Omit<AccessRecord, '_id'>): Promise<void> {
  const { aboutId, readerId, at } = reading;
  await accessRecords.add({ _id: `${aboutId}:${readerId}:${at}`, ...reading });
}

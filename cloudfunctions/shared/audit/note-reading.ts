import type { Instant } from '#contracts/common';
import { collection } from '../data/collection';

/** Somebody has seen private data of somebody else. What was seen is not in it. */
export interface Reading {
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

const readings = collection<Reading>('readings');

/** Writes a reading down. To be awaited before the data is answered: what cannot be written down is not shown. */
export async function noteReading(reading: Omit<Reading, '_id'>): Promise<void> {
  const { aboutId, readerId, at } = reading;
  await readings.add({ _id: `${aboutId}:${readerId}:${at}`, ...reading });
}

import type { Instant } from '#contracts/common';
import { collection } from '../data/collection';

interface Reading {
  readonly at: Instant;
  readonly readerId: string;
  readonly readerName: string;
  readonly aboutId: string;
}

/** Private fields of a request. */
interface RequestReading extends Reading {
  readonly what: 'request';
  /** Whose data it is. */
  readonly ownerId: string;
  readonly fields: readonly string[];
}

/** Codes that bind WeChat users to these employees. */
interface InviteReading extends Reading {
  readonly what: 'invites';
  readonly ownerIds: readonly string[];
  readonly expiresAt: Instant;
}

/** Audit record: a person has seen what is private to others. The values are not stored. */
type AccessRecord = (RequestReading | InviteReading) & { readonly _id: string };

const accessRecords = collection<AccessRecord>('readings');

/**
 * Writes an audit record. Await it before answering the data: if the record cannot be written, the data is not
 * shown.
 */
export async function recordAccess(reading: RequestReading | InviteReading): Promise<void> {
  const { aboutId, readerId, at } = reading;
  await accessRecords.add({ _id: `${aboutId}:${readerId}:${at}`, ...reading });
}

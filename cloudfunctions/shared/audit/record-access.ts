import { randomBytes } from 'node:crypto';
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

/** The result of an appraisal, declared deductions or a tax year, by somebody else than the person. */
interface ResultReading extends Reading {
  readonly what: 'appraisal' | 'deductions' | 'tax-year';
  readonly ownerId: string;
}

/** Scores and grades of the people on a board, or in a list of a cycle. */
interface BoardReading extends Reading {
  readonly what: 'board' | 'promotion-pool';
  readonly ownerIds: readonly string[];
}

/** Declared bases of insurance and fund. */
interface BasesReading extends Reading {
  readonly what: 'insurance-bases';
  readonly ownerIds: readonly string[];
}

/** Somebody's pay. */
interface SalaryReading extends Reading {
  readonly what: 'salary' | 'pay-dispute';
  readonly ownerId: string;
}

/** A change of what people are paid, their slips in a run, what they are paid once, a file of them, or their accounts and identity cards. */
interface PayReading extends Reading {
  readonly what: 'salary-change' | 'payslips' | 'one-off-pay' | 'pay-file' | 'payees' | 'payee-change';
  readonly ownerIds: readonly string[];
}

type AnyReading =
  | RequestReading
  | InviteReading
  | ResultReading
  | BoardReading
  | BasesReading
  | SalaryReading
  | PayReading;

/** Audit record: a person has seen what is private to others. The values are not stored. */
type AccessRecord = AnyReading & { readonly _id: string };

export const accessRecords = collection<AccessRecord>('readings');

/**
 * Writes an audit record. Await it before answering the data: if the record cannot be written, the data is not
 * shown. Its id says nothing, since whoever it is about is told it: neither whose data was read with theirs nor for what. Each
 * reading is one record, also two of the same millisecond.
 */
export async function recordAccess(reading: AnyReading): Promise<void> {
  await accessRecords.add({ _id: randomBytes(ID_BYTES).toString('hex'), ...reading });
}

const ID_BYTES = 16;

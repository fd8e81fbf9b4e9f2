import type { Instant, Language, LocalText } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import type { TemplateUse } from '#contracts/message';
import type { MyProfile } from '#contracts/person';
import type { Today } from '#contracts/today';
import { ClientError } from './client-error';
import type { QueuedPunch } from './punch-queue';

/** Templates that the person accepted on WeChat's sheet. */
export interface Consent {
  readonly key: string;
  readonly accepted: readonly TemplateUse[];
}

/** A form that was not sent yet. */
export interface FormDraft {
  readonly employeeId: string;
  /** The link that opened the form. */
  readonly form: string;
  readonly values: FormValues;
  readonly at: Instant;
}

/** Answers of a review that the server does not have yet; null takes a rating back. */
export interface KeptReview {
  readonly employeeId: string;
  readonly cycleId: string;
  readonly subjectId: string;
  readonly ratings: Readonly<Record<string, number | null>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly at: Instant;
}

/** What WeChat encrypts in local storage; it can be read and written asynchronously alone. */
interface Encrypted {
  keptReviews: readonly KeptReview[];
}

/** Everything in local storage. WeChat separates it by user. */
interface Stored {
  /** Last data of Today, for the first frame and offline use. */
  today: { readonly data: Today; readonly at: Instant };
  profile: MyProfile;
  /** Number of waiting requests when Pending was last loaded. */
  waiting: number;
  punches: readonly QueuedPunch[];
  /** Message consents that are not sent to the server yet. */
  consents: readonly Consent[];
  /** When a tap last asked for consent to messages, and the result, by what they tell. */
  askedOnTap: Readonly<
    Partial<Record<TemplateUse, { readonly at: Instant; readonly answer: 'allowed' | 'refused' }>>
  >;
  /** Department of the roster that was opened last. */
  rosterDepartment: { readonly id: string; readonly name: LocalText };
  /** Own rejected requests that were opened here. */
  seenRequests: readonly string[];
  drafts: readonly FormDraft[];
  /** Chosen by the person on this phone. */
  language: Language;
  /** The phone's own random id, sent with punches. */
  device: string;
  /** Server time minus phone time, ms. */
  clockOffset: number;
}

/** Reads a value, or null. */
export function readStored<K extends keyof Stored>(name: K): Stored[K] | null {
  const value: unknown = wx.getStorageSync(name);
  return value === '' || value === undefined || value === null ? null : (value as Stored[K]);
}

/** Writes a value. @throws ClientError STORAGE_FULL */
export function writeStored<K extends keyof Stored>(name: K, value: Stored[K]): void {
  try {
    wx.setStorageSync(name, value);
  } catch {
    throw new ClientError('STORAGE_FULL');
  }
}

/** Writes a value that can be loaded again; a full storage is ignored. */
export function writeIfRoom<K extends keyof Stored>(name: K, value: Stored[K]): void {
  wx.setStorage({ key: name, data: value, fail: () => undefined });
}

/** Reads a value that is stored encrypted, or null: also for one that cannot be decrypted any more. */
export async function readEncrypted<K extends keyof Encrypted>(name: K): Promise<Encrypted[K] | null> {
  try {
    const { data } = await wx.getStorage({ key: name, encrypt: true });
    return typeof data === 'object' && data !== null ? (data as Encrypted[K]) : null;
  } catch {
    return null;
  }
}

/** Writes a value encrypted. @throws ClientError STORAGE_FULL */
export async function writeEncrypted<K extends keyof Encrypted>(name: K, value: Encrypted[K]): Promise<void> {
  try {
    await wx.setStorage({ key: name, data: value, encrypt: true });
  } catch {
    throw new ClientError('STORAGE_FULL');
  }
}

export function removeStored(name: keyof Stored | keyof Encrypted): void {
  wx.removeStorageSync(name);
}

/**
 * What is one person's. Punches that are not booked stay: each is told as refused, and goes when the person has
 * read that.
 */
const PERSONAL = [
  'today',
  'profile',
  'waiting',
  'consents',
  'askedOnTap',
  'rosterDepartment',
  'drafts',
  'keptReviews',
] as const satisfies readonly (keyof Stored | keyof Encrypted)[];

/** Removes what this phone holds about a person whose access has ended. */
export function forgetPerson(): void {
  for (const name of PERSONAL) removeStored(name);
}

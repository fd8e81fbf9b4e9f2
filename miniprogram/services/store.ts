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
  /** When this phone last asked an approver for message consent, and the result. */
  askedApprover: { readonly at: Instant; readonly answer: 'allowed' | 'refused' };
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

export function removeStored(name: keyof Stored): void {
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
  'askedApprover',
  'rosterDepartment',
  'drafts',
] as const satisfies readonly (keyof Stored)[];

/** Removes what this phone holds about a person whose access has ended. */
export function forgetPerson(): void {
  for (const name of PERSONAL) removeStored(name);
}

import type { Instant, Language, LocalText } from '#contracts/common';
import type { TemplateUse } from '#contracts/message';
import type { MyProfile } from '#contracts/person';
import type { Today } from '#contracts/today';
import { ClientError } from './client-error';
import type { QueuedPunch } from './punch-queue';

/** What the person allowed on WeChat's sheet. */
export interface Consent {
  readonly key: string;
  readonly accepted: readonly TemplateUse[];
}

/** Everything that the phone keeps. WeChat separates it by WeChat user. */
interface Stored {
  /** What Today showed last, for the first paint and for working offline. */
  today: { readonly data: Today; readonly at: Instant };
  profile: MyProfile;
  /** How many requests waited for the person when Pending was looked at last. */
  waiting: number;
  punches: readonly QueuedPunch[];
  /** Consents to messages that the server has not counted yet. */
  consents: readonly Consent[];
  /** When an approver was asked for messages on this phone last, and what came of it. */
  askedApprover: { readonly at: Instant; readonly answer: 'allowed' | 'refused' };
  /** Whose roster was looked at last. */
  rosterDepartment: { readonly id: string; readonly name: LocalText };
  /** Chosen by the person on this phone. */
  language: Language;
  /** The phone's own random id, sent with punches. */
  device: string;
  /** Server's clock minus the phone's, ms. */
  clockOffset: number;
}

/** What is kept under a name, or null. */
export function readStored<K extends keyof Stored>(name: K): Stored[K] | null {
  const value: unknown = wx.getStorageSync(name);
  return value === '' || value === undefined || value === null ? null : (value as Stored[K]);
}

/** Keeps a value on the phone. @throws ClientError STORAGE_FULL */
export function writeStored<K extends keyof Stored>(name: K, value: Stored[K]): void {
  try {
    wx.setStorageSync(name, value);
  } catch {
    throw new ClientError('STORAGE_FULL');
  }
}

/** Keeps a value that can be fetched again: a phone without space works on without it. */
export function writeIfRoom<K extends keyof Stored>(name: K, value: Stored[K]): void {
  wx.setStorage({ key: name, data: value, fail: () => undefined });
}

export function removeStored(name: keyof Stored): void {
  wx.removeStorageSync(name);
}

import type { Instant } from '#contracts/common';
import { AppError } from '../errors/app-error';
import type { Employee } from '../kernel/employee';
import { changeBy } from './change-by';
import { type Change, withChange } from './history';
import { changedKeys } from './what-changed';

/** A setting as it is stored; version 0 stands for one that nobody has saved yet. */
export interface Setting {
  readonly version: number;
  /** What is compared, part by part. */
  readonly parts: object;
  readonly history?: readonly Change[];
}

/** What is to be saved; null where it stands there already, as after a lost answer. */
export interface PlannedSave {
  readonly version: number;
  readonly save: { readonly history: readonly Change[] } | null;
}

/**
 * What saving the parts of a setting comes to, if its version is the one that the person saw.
 * @throws AppError VERSION_CONFLICT with the version of now
 */
export function planSave(
  before: Setting,
  parts: object,
  expectedVersion: number,
  by: { readonly me: Employee; readonly now: Instant },
): PlannedSave {
  const { version } = before;
  const what = changedKeys(before.parts, parts);
  const isThere = version === expectedVersion || version === expectedVersion + 1;
  if (what.length === 0 && isThere) return { version, save: null };
  if (version !== expectedVersion) throw new AppError('VERSION_CONFLICT', { version });
  const next = version + 1;
  return {
    version: next,
    save: { history: withChange(before.history, changeBy(by.me, by.now, next, what)) },
  };
}

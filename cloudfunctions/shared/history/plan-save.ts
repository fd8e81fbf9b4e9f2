import type { Instant } from '#contracts/common';
import { AppError } from '../errors/app-error';
import type { Employee } from '../kernel/employee';
import { changeBy } from './change-by';
import { changedKeys } from './changed-keys';
import { type Change, withChange } from './history';
import { type Setter, withSetters } from './setters';

/** A stored setting; version 0 if it was never saved. */
export interface Setting {
  readonly version: number;
  /** The content that is compared part by part. */
  readonly parts: object;
  readonly history?: readonly Change[] | undefined;
  readonly setBy?: readonly Setter[] | undefined;
}

/** The write to be made; `save` is null if the content is already stored, for example on a retry. */
export interface PlannedSave {
  readonly version: number;
  readonly save: { readonly history: readonly Change[]; readonly setBy: readonly Setter[] } | null;
}

/**
 * Plans saving the parts of a setting, provided that its version is the one that the client saw.
 * @throws AppError VERSION_CONFLICT with the current version
 */
export function planSave(
  before: Setting,
  parts: object,
  expectedVersion: number,
  by: { readonly me: Employee; readonly now: Instant },
): PlannedSave {
  const { version } = before;
  const what = changedKeys(before.parts, parts);
  const isCurrent = version === expectedVersion || version === expectedVersion + 1;
  if (what.length === 0 && isCurrent) return { version, save: null };
  if (version !== expectedVersion) throw new AppError('VERSION_CONFLICT', { version });
  const next = version + 1;
  return {
    version: next,
    save: {
      history: withChange(before.history, changeBy(by.me, by.now, next, what)),
      setBy: withSetters(before.setBy, what, by.me._id),
    },
  };
}

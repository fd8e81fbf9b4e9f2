import type { ChangeEntry } from '#contracts/change';
import type { Instant } from '#contracts/common';
import { AppError } from '../errors/app-error';
import type { Employee } from '../kernel/employee';
import { changeBy } from './change-by';
import { changedKeys } from './changed-keys';
import { type Change, withChange } from './history';
import { type Setter, withSetters } from './setters';

/** A stored setting; version 0 if it was never saved. */
export interface Setting<Parts extends object> {
  readonly version: number;
  /** The content that is compared part by part; undefined parts of what was never saved. */
  readonly parts: { readonly [Part in keyof Parts]: Parts[Part] | undefined };
  readonly history?: readonly Change[] | undefined;
  readonly setBy?: readonly Setter[] | undefined;
  /** What the history says of the values, see `changedValues`. */
  readonly valuesOf: (before: Parts, after: Parts) => Pick<ChangeEntry, 'values'>;
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
export function planSave<Parts extends object>(
  before: Setting<Parts>,
  parts: Parts,
  expectedVersion: number,
  by: { readonly me: Employee; readonly now: Instant },
): PlannedSave {
  const { version } = before;
  const what = changedKeys(before.parts, parts);
  const isCurrent = version === expectedVersion || version === expectedVersion + 1;
  if (what.length === 0 && isCurrent) return { version, save: null };
  if (version !== expectedVersion) throw new AppError('VERSION_CONFLICT', { version });
  const next = version + 1;
  const isNew = Object.values(before.parts).every((part) => part === undefined);
  const values = isNew ? {} : before.valuesOf(before.parts as Parts, parts);
  const change = { ...changeBy(by.me, by.now, next, what), ...values };
  return {
    version: next,
    save: {
      history: withChange(before.history, change),
      setBy: withSetters(before.setBy, what, by.me._id),
    },
  };
}

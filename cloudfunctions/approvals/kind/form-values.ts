import type { Day } from '#contracts/common';
import type { FormValues, Period } from '#contracts/form';
import { AppError } from '../../shared/errors/app-error';

/** A text, choice, person or day; '' if missing. */
export function textOf(values: FormValues, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

export function numberOf(values: FormValues, field: string): number {
  const value = values[field];
  return typeof value === 'number' ? value : 0;
}

const isPeriod = (value: unknown): value is Period =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'unit' in value;

/** @throws AppError FORM_INVALID if the period is missing, so that the form does not suit its kind */
export function periodOf(values: FormValues, field: string): Period {
  const value = values[field];
  if (!isPeriod(value)) throw new AppError('FORM_INVALID', { field, rule: 'required' });
  return value;
}

/** @throws AppError FORM_INVALID if the day is missing */
export function dayIn(values: FormValues, field: string): Day {
  const value = values[field];
  if (typeof value !== 'string') throw new AppError('FORM_INVALID', { field, rule: 'required' });
  return value as Day;
}

/** File ids of a field; empty if missing. */
export function filesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((file): file is string => typeof file === 'string') : [];
}

/** Minutes since midnight of `HH:mm`; null for anything else. */
export function clockMinutes(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

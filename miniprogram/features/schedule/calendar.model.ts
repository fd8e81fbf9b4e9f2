import type { CompanyDay } from '#contracts/calendar';
import type { Day } from '#contracts/common';
import type { ScheduleContract } from '#contracts/schedule';
import { addDays } from '../../utils/dates';
import { differing, merge } from './merge';

export type Year = ScheduleContract['calendar']['output'];
/** The company's own days, by day. */
export type CompanyDays = Readonly<Record<Day, CompanyDay>>;

/** Always with the keys in one order, so that the same day is the same text. */
export const byDay = (days: readonly CompanyDay[]): CompanyDays =>
  Object.fromEntries(
    days.map(({ day, kind, name }) => [day, { day, kind, name: { 'zh-CN': name['zh-CN'], en: name.en } }]),
  );

/** Sets `count` days in a row within the year; null removes the company's own days. */
export function decided(
  days: CompanyDays,
  from: Day,
  count: number,
  choice: Pick<CompanyDay, 'kind' | 'name'> | null,
): CompanyDays {
  const year = from.slice(0, 4);
  const wanted = Array.from({ length: count }, (_, index) => addDays(from, index));
  const inYear = wanted.filter((day) => day.startsWith(year));
  const others = Object.fromEntries(Object.entries(days).filter(([day]) => !inYear.includes(day as Day)));
  if (!choice) return others;
  return { ...others, ...byDay(inYear.map((day) => ({ day, ...choice }))) };
}

/** The days that would be saved. */
export const changedDays = (year: Year, drafts: CompanyDays): Day[] =>
  differing(byDay(year.days), drafts) as Day[];

/** What the server is sent. */
export const daysToSave = (drafts: CompanyDays): CompanyDay[] =>
  Object.values(drafts).sort((a, b) => (a.day < b.day ? -1 : 1));

/** Rebases the draft onto a year that was read again. */
export const rebasedDays = (before: Year, drafts: CompanyDays, fresh: Year) => {
  const { value, adopted, contested } = merge<CompanyDay>(byDay(before.days), drafts, byDay(fresh.days));
  return { drafts: value as CompanyDays, adopted: adopted as Day[], kept: contested as Day[] };
};

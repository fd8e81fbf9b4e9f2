import type { Instant, Month } from '#contracts/common';
import type { AboutPerson } from '../domain/people-fields';
import type { Field } from '../domain/table';

export interface Question {
  readonly month: Month;
  readonly people: readonly AboutPerson[];
  readonly now: Instant;
}

/** What a report says about some people, in their order. */
export interface Source<T> {
  fields(month: Month, now: Instant): Promise<readonly Field<T>[]>;
  /** `leaveOut`: somebody of whom a record cannot be used, so that nothing is said about them. */
  find(question: Question, leaveOut: (employeeId: string) => void): Promise<T[]>;
  /** Whether figures of different rows can be added up. */
  readonly hasTotals: boolean;
}

/** A report about the company as a whole, in one file. */
export interface CompanySource<T> {
  readonly fields: readonly Field<T>[];
  find(month: Month, now: Instant): Promise<T[]>;
}

export const always =
  <T>(fields: readonly Field<T>[]) =>
  async () =>
    fields;

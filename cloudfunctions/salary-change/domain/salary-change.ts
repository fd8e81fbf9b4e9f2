import type { SalaryVersion } from '#contracts/pay-item';
import type { PersonBrief } from '#contracts/person';

/** One person in a change, as it was asked for. */
export interface AskedSalary {
  readonly person: PersonBrief;
  /** Of the salary that it was asked on. */
  readonly rev: number;
  readonly before: SalaryVersion | null;
  readonly after: SalaryVersion;
}

/** The private text of a request. */
export interface SalaryChange {
  readonly reason: string;
  readonly asked: readonly AskedSalary[];
}

export const changeText = (change: SalaryChange): string => JSON.stringify(change);

export const changeOf = (text: string): SalaryChange => JSON.parse(text) as SalaryChange;

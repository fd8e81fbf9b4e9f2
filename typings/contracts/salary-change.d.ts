import type { Day, Instant, LocalText, Month } from './common';
import type { ErrorData } from './errors';
import type { Fen } from './pay';
import type { SalaryVersion } from './pay-item';
import type { PersonBrief } from './person';
import type { RequestState, TimelineEntry } from './request';

/** Another salary of one person as it is asked for; what is absent stays as it is. */
export interface SalaryLine {
  readonly employeeId: string;
  readonly from: Day;
  readonly wage: Fen;
  readonly overtimeBase?: SalaryVersion['overtimeBase'];
  readonly method?: SalaryVersion['method'];
  /** By item. */
  readonly entered?: SalaryVersion['entered'];
  /** The revision of the salary that was seen; of a sheet it is what the check has answered. */
  readonly rev?: number;
}

/** Why a line cannot be asked for, or not be approved; `line` counts from 1. */
export type SalaryProblem = ErrorData['SALARY_INVALID'];

/** One person in a change, before and after. */
export interface SalaryStep {
  readonly person: PersonBrief;
  readonly rev: number;
  /** What holds before that day; null for the first salary. */
  readonly before: SalaryVersion | null;
  readonly after: SalaryVersion;
  /** Months that are paid already and get a difference with the next run, the earliest first. */
  readonly months: readonly Month[];
}

export interface SalaryChangeView {
  readonly id: string;
  readonly rev: number;
  readonly state: RequestState;
  readonly askedBy: PersonBrief;
  readonly askedAt: Instant;
  readonly reason: string;
  readonly steps: readonly SalaryStep[];
  /** What stands in the way of an approval by now. */
  readonly problems: readonly SalaryProblem[];
  /** Names of the items in it. */
  readonly items: Readonly<Record<string, LocalText>>;
  readonly waitingFor: readonly PersonBrief[];
  readonly timeline: readonly TimelineEntry[];
  readonly may: readonly ('approve' | 'reject' | 'withdraw' | 'urge')[];
}

/** Salaries are asked for by one of payroll and approved by another one. */
export interface SalaryChangeContract {
  /** What a change would be; nothing is saved. */
  checkSalaryChange: {
    input: { readonly lines: readonly SalaryLine[] };
    output: {
      readonly problems: readonly SalaryProblem[];
      readonly steps: readonly SalaryStep[];
      /** Who could approve it; empty if somebody else has to get the role first. */
      readonly deciders: readonly PersonBrief[];
    };
  };
  askSalaryChange: {
    input: { readonly key: string; readonly reason: string; readonly lines: readonly SalaryLine[] };
    output: { readonly id: string; readonly rev: number; readonly state: RequestState };
  };
  salaryChange: { input: { readonly id: string; readonly opening: string }; output: SalaryChangeView };
  decideSalaryChange: {
    input: {
      readonly id: string;
      readonly rev: number;
      readonly verb: 'approve' | 'reject';
      readonly comment?: string;
      readonly opening: string;
    };
    output: { readonly id: string; readonly rev: number; readonly state: RequestState };
  };
}

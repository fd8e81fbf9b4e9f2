import type { Day } from '#contracts/common';
import type { PayItemVersion, ProrationMethod, SalaryVersion } from '#contracts/pay-item';
import type { SalaryView } from '#contracts/payroll';
import type { PersonBrief } from '#contracts/person';
import type { SalaryChangeContract, SalaryLine } from '#contracts/salary-change';
import { readFen } from '../../../../common/read-number';
import type { Failure } from '../../../../services/client-error';

/** Another salary as it is typed. */
export interface SalaryDraft {
  readonly from: Day;
  readonly wage: string;
  /** Empty: the wage. */
  readonly overtimeBase: string;
  readonly method: ProrationMethod;
  /** By item. */
  readonly entered: Readonly<Record<string, string>>;
  readonly reason: string;
}

export type SalaryCheck = SalaryChangeContract['checkSalaryChange']['output'];

export interface SalaryModel {
  readonly person: PersonBrief | null;
  readonly data: SalaryView | null;
  readonly items: readonly PayItemVersion[];
  readonly draft: SalaryDraft | null;
  /** What the draft would be; null before it is asked, and after another change of the draft. */
  readonly check: SalaryCheck | null;
  /** Makes a retry of the sending the same one. */
  readonly key: string;
  readonly isPicking: boolean;
  readonly today: Day;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Fen that somebody typed as yuan; null where it is no amount or below zero. */
export function amountOf(text: string): number | null {
  const read = readFen(text);
  return 'value' in read && read.value >= 0 ? read.value : null;
}

export const latestOf = <T>(versions: readonly T[] | undefined): T | undefined =>
  versions?.[versions.length - 1];

const yuan = (fen: number): string => String(fen / 100);

/** What a new version starts from: the one that holds, from the first of the next month. */
export function draftFrom(latest: SalaryVersion | undefined, today: Day): SalaryDraft {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return {
    from: next as Day,
    wage: latest ? yuan(latest.wage) : '',
    overtimeBase: latest?.overtimeBase ? yuan(latest.overtimeBase) : '',
    method: latest?.method ?? '21.75',
    entered: Object.fromEntries(Object.entries(latest?.entered ?? {}).map(([id, fen]) => [id, yuan(fen)])),
    reason: '',
  };
}

/** The line that is sent; null while something is missing or no amount. */
export function lineOf({
  person,
  data,
  draft,
}: Pick<SalaryModel, 'person' | 'data' | 'draft'>): SalaryLine | null {
  if (!person || !data || !draft) return null;
  const { from, wage, overtimeBase, method, entered } = draft;
  const [ownWage, base] = [amountOf(wage), overtimeBase.trim() === '' ? null : amountOf(overtimeBase)];
  const amounts = Object.entries(entered)
    .filter(([, text]) => text.trim() !== '')
    .map(([id, text]) => [id, amountOf(text)] as const);
  const isBaseWrong = overtimeBase.trim() !== '' && base === null;
  if (ownWage === null || ownWage === 0 || isBaseWrong || amounts.some(([, fen]) => fen === null))
    return null;
  const known = Object.fromEntries(amounts) as SalaryVersion['entered'];
  return {
    ...{ employeeId: person.id, rev: data.rev, from, method, entered: known },
    ...{ wage: ownWage as never, overtimeBase: base as never },
  };
}

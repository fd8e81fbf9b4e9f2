import type { Month } from '#contracts/common';
import type { LeaverItem, Leaving, LeavingReason } from '#contracts/one-off-pay';
import type { Fen } from '#contracts/pay';
import { readFen } from '../../../../common/read-number';
import type { Failure } from '../../../../services/client-error';

export const REASONS = [
  'resigned',
  'agreed-by-employee',
  'agreed-by-company',
  'expired',
  'expired-refused',
  'dismissed',
  'redundancy',
  'resigned-for-cause',
  'dismissed-for-fault',
  'unlawful',
  'retired',
  'other',
] as const satisfies readonly LeavingReason[];

/** What HR decides, as it is typed. */
export interface LeavingForm {
  readonly employeeId: string;
  readonly rev: number;
  readonly reason: LeavingReason | null;
  readonly notice: Leaving['notice'];
  /** Empty: the mean of the slips. */
  readonly meanWage: string;
  /** Empty: the average that is known. */
  readonly average: string;
  /** Where the average was read. */
  readonly averageSource: string;
}

export interface LeaversModel {
  readonly month: Month;
  readonly current: Month;
  readonly items: readonly LeaverItem[] | null;
  /** The month's run is locked. */
  readonly isFinal: boolean;
  readonly form: LeavingForm | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const yuan = (fen: Fen | null | undefined): string => (fen ? String(fen / 100) : '');

export const formOf = ({ person, rev, leaving }: LeaverItem): LeavingForm => ({
  ...{ employeeId: person.id, rev, reason: leaving?.reason ?? null, notice: leaving?.notice ?? 'given' },
  ...{ meanWage: yuan(leaving?.meanWage), average: yuan(leaving?.average?.monthly) },
  averageSource: leaving?.average?.source ?? '',
});

/** Null for an empty field; undefined where it is no amount. */
export function amountOf(text: string): Fen | null | undefined {
  if (text.trim() === '') return null;
  const read = readFen(text);
  return 'value' in read && read.value > 0 ? (read.value as Fen) : undefined;
}

/** What is sent; null while something is missing. The average is that of the year before. */
export function leavingOf(
  { reason, notice, meanWage, average, averageSource }: LeavingForm,
  month: Month,
): Leaving | null {
  const [mean, monthly] = [amountOf(meanWage), amountOf(average)];
  if (reason === null || mean === undefined || monthly === undefined) return null;
  if (monthly === null) return { reason, notice, meanWage: mean, average: null };
  const source = averageSource.trim();
  const year = Number(month.slice(0, 4)) - 1;
  return source === '' ? null : { reason, notice, meanWage: mean, average: { year, monthly, source } };
}

/** So many times the last wage is a mean of it that somebody may have mistyped. */
const FAR_TIMES = 3;
/** 劳动合同法 47 II. */
const CAP_TIMES = 3;

/** What has to be said of a mean wage that is typed before it is saved; the cap by the average that is typed, or the known one. */
export function meanDoubts(
  { meanWage, average }: Pick<Leaving, 'meanWage' | 'average'>,
  { lastWage, wageCap }: Pick<LeaverItem, 'lastWage' | 'wageCap'>,
): { readonly far: boolean; readonly cap: Fen | null } {
  if (meanWage === null) return { far: false, cap: null };
  const cap = average ? ((average.monthly * CAP_TIMES) as Fen) : wageCap;
  return {
    far: lastWage > 0 && meanWage > lastWage * FAR_TIMES,
    cap: cap !== null && meanWage > cap ? cap : null,
  };
}

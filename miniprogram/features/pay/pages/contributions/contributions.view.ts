import type { ContributionKind, ContributionLine } from '#contracts/insurance';
import type { ContributionMonth } from '#contracts/insurance-records';
import { errorText } from '../../../../locales/error-text';
import { moneyText } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { monthText } from '../../../../utils/dates';

export interface ContributionsModel {
  readonly year: number;
  /** The latest one that can be chosen. */
  readonly thisYear: number;
  readonly months: readonly ContributionMonth[] | null;
  readonly isLocked: boolean;
  readonly failure: Failure | null;
}

/** Insurance and fund of a year: both sides in all, then each month by kind, the latest first. */
export function contributionsView(
  { year, thisYear, months, isLocked, failure }: ContributionsModel,
  t: Words,
) {
  const shown = isLocked ? [] : (months ?? []);
  const all = shown.flatMap(({ lines }) => lines);
  return {
    mode: isLocked ? 'locked' : months ? 'ready' : failure ? 'error' : 'loading',
    error: failure && !isLocked ? errorText(failure, t) : '',
    year: t.t('payYear.year', { year }),
    canEarlier: year > thisYear - 10,
    canLater: year < thisYear,
    isEmpty: shown.length === 0,
    sums: [
      { id: 'employee', name: t.t('ownContributions.employee'), amount: moneyText(sumOf(all, 'employee')) },
      { id: 'employer', name: t.t('ownContributions.employer'), amount: moneyText(sumOf(all, 'employer')) },
    ],
    months: [...shown].reverse().map(({ month, lines }) => ({
      month,
      name: monthText(month, t),
      sums: sidesText(sumOf(lines, 'employee'), sumOf(lines, 'employer'), t),
      lines: lines.map((line) => ({
        // What is paid for an earlier month is a line of its own.
        id: line.of ? `${line.of}-${line.kind}` : line.kind,
        name: line.of
          ? t.t('ownContributions.difference', { name: nameOf(line.kind, t), month: monthText(line.of, t) })
          : nameOf(line.kind, t),
        base: t.t('ownContributions.base', { amount: moneyText(line.base) }),
        sides: sidesText(line.employee, line.employer, t),
      })),
    })),
    text: {
      loadFailed: t.t('ownContributions.loadFailed'),
      retry: t.t('common.retry'),
      none: t.t('ownContributions.none'),
      noneText: t.t('ownContributions.noneText'),
      earlier: t.t('payYear.earlier'),
      later: t.t('payYear.later'),
    },
  };
}

const sumOf = (lines: readonly ContributionLine[], side: 'employee' | 'employer'): number =>
  lines.reduce((sum, line) => sum + line[side], 0);

const sidesText = (employee: number, employer: number, t: Words): string =>
  t.t('ownContributions.sides', { employee: moneyText(employee), employer: moneyText(employer) });

/** A name stands at the start of a line. */
function nameOf(kind: ContributionKind, t: Words): string {
  const name = t.t(`contributions.${kind}`);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

import type { ContributionKind, ContributionLine } from '#contracts/insurance';
import type { ContributionMonth } from '#contracts/insurance-records';
import { moneyText } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { monthText } from '../../../../utils/dates';
import { type YearFrame, yearFrame } from '../../year-frame';

export type ContributionsModel = YearFrame<ContributionMonth>;

/** Insurance and fund of a year: both sides in all, then each month by kind, the latest first. */
export function contributionsView(model: ContributionsModel, t: Words) {
  const { shown, frame, text } = yearFrame(model, t);
  const all = shown.flatMap(({ lines }) => lines);
  return {
    ...frame,
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
      ...text,
      loadFailed: t.t('ownContributions.loadFailed'),
      none: t.t('ownContributions.none'),
      noneText: t.t('ownContributions.noneText'),
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

import type { Language } from '#contracts/common';
import { percentText } from '../../../miniprogram/common/goals/share';
import type { AppraisalLine, AppraisalSheet } from '../../goals/public';
import { wordsIn } from '../../shared/words/words';
import { type AboutPerson, peopleFields } from './people-fields';
import { type Field, field, optional } from './table';

export interface PersonLine extends AboutPerson {
  readonly cycleId: string;
  readonly objective: AppraisalSheet['objectives'][number];
  readonly line: AppraisalLine;
  readonly review: AppraisalSheet['review'];
}

/** As phones show it. */
const percentOf = (share: number): number => Number(percentText(share));

const unitOf = ({ measure }: AppraisalLine): string | null => {
  if (measure?.kind === 'percent') return '%';
  return measure && 'unit' in measure ? measure.unit : null;
};
const targetOf = ({ measure }: AppraisalLine): number | null => {
  if (measure?.kind === 'percent') return 100;
  if (!measure) return null;
  if ('target' in measure) return measure.target;
  return 'limit' in measure ? measure.limit : null;
};
const startOf = ({ measure }: AppraisalLine): number | null =>
  measure && 'start' in measure ? measure.start : null;

/** `2026年11月`, `2026年第4季度`, `2026年`; in English as the ids are. */
function cycleText(id: string, language: Language): string {
  if (language === 'en') return id;
  const [year = '', part = ''] = id.split('-');
  if (part === '') return `${year}年`;
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`;
}

/** One row per key result, or per objective that has none. */
export const GOAL_FIELDS: readonly Field<PersonLine>[] = [
  ...peopleFields<PersonLine>(),
  field('周期', 'Cycle', 'text', 14, ({ cycleId }, language) => cycleText(cycleId, language)),
  field('目标', 'Objective', 'text', 28, ({ objective }) => objective.title),
  field('目标权重', 'Weight of the objective', 'number', 12, ({ objective }) => objective.weight),
  field('关键结果', 'Key result', 'text', 28, ({ line }) => line.title),
  field('权重', 'Weight', 'number', 8, ({ line }) => line.weight),
  field('怎么衡量', 'Measured by', 'text', 16, ({ line: { measure } }, language) =>
    measure ? wordsIn(language).t(`reports.measures.${measure.kind}`) : null,
  ),
  optional(field('起始值', 'Start', 'number', 10, ({ line }) => startOf(line))),
  field('目标值', 'Target', 'number', 10, ({ line }) => targetOf(line)),
  field('当前值', 'Now', 'number', 10, ({ line }) => line.standing.value),
  field('单位', 'Unit', 'text', 8, ({ line }) => unitOf(line)),
  field('完成率（%）', 'Done (%)', 'number', 12, ({ line }) => percentOf(line.progress.counted)),
  // More than the target, or below the start: a mean counts 100 or 0 for it. Without data there is none.
  field('实际完成率（%）', 'Actual (%)', 'number', 14, ({ line: { progress } }) =>
    progress.raw === null ? null : percentOf(progress.raw),
  ),
  field('自评分', 'Own score', 'number', 10, ({ line }) => line.own),
  field('评分', 'Given score', 'number', 10, ({ line }) => line.given),
];

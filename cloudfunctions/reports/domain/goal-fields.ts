import { FULL } from '../../../miniprogram/common/goals/share';
import type { AppraisalLine, AppraisalSheet } from '../../goals/public';
import { type AboutPerson, peopleFields } from './people-fields';
import { type Field, field } from './table';

export interface PersonLine extends AboutPerson {
  readonly objective: AppraisalSheet['objectives'][number];
  readonly line: AppraisalLine;
  readonly review: AppraisalSheet['review'];
}

const PERCENT = 100;
/** Shares have more digits than anybody reads. */
const TENTHS = 10;

const percentOf = (share: number): number => Math.round((PERCENT * TENTHS * share) / FULL) / TENTHS;

const unitOf = ({ measure }: AppraisalLine): string | null =>
  measure && 'unit' in measure ? measure.unit : null;
const targetOf = ({ measure }: AppraisalLine): number | null => {
  if (!measure) return null;
  if ('target' in measure) return measure.target;
  return 'limit' in measure ? measure.limit : null;
};

/** One row per key result, or per objective that has none. */
export const GOAL_FIELDS: readonly Field<PersonLine>[] = [
  ...peopleFields<PersonLine>(),
  field('目标', 'Objective', 'text', 28, ({ objective }) => objective.title),
  field('目标权重', 'Weight of the objective', 'number', 12, ({ objective }) => objective.weight),
  field('关键结果', 'Key result', 'text', 28, ({ line }) => line.title),
  field('权重', 'Weight', 'number', 8, ({ line }) => line.weight),
  field('目标值', 'Target', 'number', 10, ({ line }) => targetOf(line)),
  field('当前值', 'Now', 'number', 10, ({ line }) => line.standing.value),
  field('单位', 'Unit', 'text', 8, ({ line }) => unitOf(line)),
  field('完成率（%）', 'Done (%)', 'number', 12, ({ line }) => percentOf(line.progress.counted)),
  field('自评分', 'Own score', 'number', 10, ({ line }) => line.own),
  field('评分', 'Given score', 'number', 10, ({ line }) => line.given),
];

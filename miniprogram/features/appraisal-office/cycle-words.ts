import type { AppraisalCycleBrief, AppraisalCycleState } from '#contracts/appraisal-cycle';
import type { OpenCycle, PartView } from '#contracts/appraisal-cycles';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';

const TONES: Readonly<Record<AppraisalCycleState, string>> = {
  draft: 'info',
  starting: 'warn',
  running: 'ok',
  closing: 'warn',
  calibration: 'warn',
  publishing: 'warn',
  published: 'info',
};

/** A cycle as lists and heads show it. */
export const headOf = (
  { id, title, from, to, state }: Omit<AppraisalCycleBrief, 'answersUntil'>,
  t: Words,
) => ({
  id,
  title: t.pick(title),
  range: t.t('appraisals.range', { from: dayText(from, t), to: dayText(to, t) }),
  state: t.t(`appraisals.states.${state}`),
  tone: TONES[state],
});

/** 业绩指标 50%、客户反馈 30%; what does not count is left out. */
export const partsText = (parts: readonly PartView[], t: Words): string =>
  parts
    .filter(({ share }) => share > 0)
    .map(({ name, share }) => t.t('appraisals.part', { name: t.pick(name), share }))
    .join(t.t('common.listSeparator'));

/** 主管、同事; empty if nobody is asked. */
export const relationsText = ({ relations }: Pick<OpenCycle, 'relations'>, t: Words): string =>
  relations.map((relation) => t.t(`appraisals.relations.${relation}`)).join(t.t('common.listSeparator'));

import type { GroupLabel, GroupView } from '#contracts/appraisal-results';
import type { Language, LocalText } from '#contracts/common';
import { wordsIn } from '../../shared/words/words';
import { nameIn } from './people-fields';
import { type Field, field } from './table';

/** A group of people in a published appraisal. */
export interface CycleGroup {
  readonly cycle: LocalText;
  readonly by: 'departments' | 'tenure' | 'raters';
  readonly group: GroupView;
}

/** One row per group: how many people it is of, their grades, their mean and that of everybody else. */
export const DISTRIBUTION_FIELDS: readonly Field<CycleGroup>[] = [
  field('考核', 'Appraisal', 'text', 24, ({ cycle }, language) => cycle[language]),
  field('分组方式', 'Grouped by', 'text', 12, ({ by }, language) =>
    wordsIn(language).t(`reports.groupedBy.${by}`),
  ),
  field('组', 'Group', 'text', 24, ({ group }, language) => nameOf(group.label, language)),
  field('人数', 'People', 'number', 10, ({ group }) => group.people),
  field('平均分', 'Mean', 'number', 10, ({ group }) => group.mean),
  field('其他人平均分', 'Mean of others', 'number', 14, ({ group }) => group.others),
  field('差', 'Difference', 'number', 10, ({ group }) => group.difference),
  field('各等级人数', 'People of each grade', 'text', 30, ({ group }) =>
    group.grades.map(({ grade, count }) => `${grade} ${count}`).join(' / '),
  ),
];

function nameOf(label: GroupLabel, language: Language): string {
  const words = wordsIn(language);
  switch (label.kind) {
    case 'department':
      return label.name[language];
    case 'rater':
      return nameIn(label.person, language);
    case 'tenure':
      return label.to === null
        ? words.t('reports.yearsFrom', { from: label.from })
        : words.t('reports.years', { from: label.from, to: label.to });
    case 'rest':
      return words.t('reports.smallGroups', { groups: label.groups });
  }
}

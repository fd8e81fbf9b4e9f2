import type { DistributionView, GroupLabel, GroupView } from '#contracts/appraisal-results';
import type { ChartData } from '../../../../components/chart-waiting/chart-data';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { personName } from '../../person-name';

/** Groups that are shown before a tap asks for more: as many bars fit on a picture. */
export const FIRST_GROUPS = 12;
const WAYS = ['departments', 'tenure', 'raters'] as const;
export type GroupedBy = (typeof WAYS)[number];

export interface DistributionModel {
  readonly cycleId: string;
  readonly data: DistributionView | null;
  readonly by: GroupedBy;
  readonly most: number;
  readonly failure: Failure | null;
}

/** Scores and grades of groups, each with how many people it is of. */
export function distributionView({ data, by, most, failure }: DistributionModel, t: Words) {
  const groups = data?.[by] ?? [];
  const shown = named(groups.slice(0, most), t);
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    title: data ? t.pick(data.cycle.title) : '',
    people: data ? t.t('distribution.people', { count: data.people }) : '',
    segments: WAYS.map((id) => ({ id, on: id === by, text: t.t(`distribution.by.${id}`) })),
    chart: chartOf(shown, by, t),
    rows: shown.map((group) => rowOf(group, by, t)),
    more: groups.length > most ? t.t('distribution.more', { count: groups.length - most }) : '',
    note: data ? t.t('distribution.note', { least: data.least }) : '',
    text: {
      loadFailed: t.t('distribution.loadFailed'),
      retry: t.t('common.retry'),
      none: data ? t.t('distribution.none', { least: data.least }) : '',
    },
  };
}

interface Named extends GroupView {
  readonly name: string;
}

/** Groups with their names; where two have the same one, with their ids. */
function named(groups: readonly GroupView[], t: Words): Named[] {
  const names = groups.map(({ label }) => nameOf(label, t));
  return groups.map((group, at) => {
    const name = names[at] ?? '';
    const isTwice = names.filter((each) => each === name).length > 1;
    return { ...group, name: isTwice ? t.t('distribution.sameName', { name, id: group.id }) : name };
  });
}

/** The mean of each group beside that of everybody else. */
function chartOf(groups: readonly Named[], by: GroupedBy, t: Words): ChartData | null {
  const means = groups.flatMap(({ mean }) => mean ?? []);
  if (means.length === 0) return null;
  const pointsOf = (field: 'mean' | 'others') =>
    groups.map((group) => {
      const value = group[field];
      return {
        at: group.name,
        value,
        text: value === null ? t.t('distribution.tooFew') : String(value),
      };
    });
  return {
    kind: 'bars',
    summary: t.t('distribution.summary', {
      count: means.length,
      least: Math.min(...means),
      most: Math.max(...means),
    }),
    by: t.t(`distribution.by.${by}`),
    series: [
      { name: t.t('distribution.mean'), tone: 'actual', points: pointsOf('mean') },
      { name: t.t('distribution.others'), tone: 'expected', points: pointsOf('others') },
    ],
  };
}

function rowOf(group: Named, by: GroupedBy, t: Words) {
  const { id, name, people, grades, mean, others } = group;
  const given = grades.map(({ grade, count }) => t.t('boards.grade', { grade, count }));
  const left = people - grades.reduce((sum, { count }) => sum + count, 0);
  if (left > 0) given.push(t.t('distribution.ungraded', { count: left }));
  return {
    id,
    name,
    people: t.t(by === 'raters' ? 'distribution.rated' : 'boards.people', { count: people }),
    grades: given.join(t.t('common.separator')),
    mean:
      mean === null || others === null
        ? t.t('distribution.onlyGroup')
        : t.t('distribution.means', { mean, others }),
  };
}

function nameOf(label: GroupLabel, t: Words): string {
  switch (label.kind) {
    case 'department':
      return t.pick(label.name);
    case 'rater':
      return personName(label.person, t);
    case 'tenure':
      return label.to === null
        ? t.t('board.tenureLast', { from: label.from })
        : t.t('board.tenureGroup', { from: label.from, to: label.to });
    case 'rest':
      return t.t('distribution.rest', { count: label.groups });
  }
}

import type { TenureGroup } from '#contracts/appraisal';
import type { BoardView } from '#contracts/appraisal-results';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { dayText } from '../../../../utils/dates';
import { numbered, type TextLine } from '../../numbered';
import { personName } from '../../person-name';
import { type BoardModel, editedRow, MORE_ROWS } from './board.model';
import { gradesChart } from './grades-chart.view';
import { commonSeverity, shownRows } from './rows.view';

const TONES = { open: 'warn', locked: 'ok', published: 'info' } as const;

/** A board: how many have each grade against the advice, the people, and what is shown without being applied. */
export function boardView(model: BoardModel, t: Words) {
  const { data, failure, busy } = model;
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    busy,
    head: data ? headOf(data, t) : null,
    chart: data ? gradesChart(data.distribution, data.rule, t) : null,
    rows: data ? shownRows(data, model.most, t) : [],
    more: data ? moreOf(data.rows.length - model.most, t) : '',
    canEdit: data?.state === 'open',
    canLock: data?.state === 'open' && data.cycle.state === 'calibration',
    canOpen: data?.mayOpen === true && data.cycle.state === 'calibration',
    ...(data ? besideOf(data, t) : BESIDE),
    sheet: sheetOf(model, t),
    asksReason: model.asksReason,
    text: textOf(t),
  };
}

const BESIDE = {
  ungraded: [] as readonly { id: string; name: string; why: string }[],
  tenure: [] as readonly { key: number; name: string; line: string }[],
  tenureNote: '',
  deadlines: [] as readonly TextLine[],
  history: [] as readonly TextLine[],
};

function headOf(data: BoardView, t: Words) {
  const { distribution, rule } = data;
  const isAlone = data.isOn && data.rows.length + data.ungraded.length === 0;
  const last = rule.grades.find(({ opensPlan }) => opensPlan);
  const note = distribution.enforced
    ? t.t('board.enforcedNote')
    : last
      ? t.t('board.adviceNote', { grade: last.id })
      : '';
  return {
    name: isAlone
      ? t.pick(data.unit)
      : t.t('board.people', { unit: t.pick(data.unit), count: distribution.size }),
    state: t.t(`boards.states.${data.state}`),
    tone: TONES[data.state],
    note: distribution.grades.some(({ advised }) => advised !== null) ? note : '',
    isOn: data.isOn ? t.t(isAlone ? 'board.alone' : 'board.isOn') : '',
    severity: commonSeverity(data, t),
  };
}

const moreOf = (left: number, t: Words): string =>
  left > 0 ? t.t('board.more', { count: Math.min(left, MORE_ROWS) }) : '';

function besideOf(data: BoardView, t: Words): typeof BESIDE {
  return {
    ungraded: data.ungraded.map(({ person, reason }) => ({
      id: person.id,
      name: personName(person, t),
      why: t.t(`board.ungradedReasons.${reason}`),
    })),
    tenure: data.tenure.map((group, at) => ({
      key: group.fromYears,
      name: tenureName(group, data.tenure[at + 1], t),
      line:
        group.mean === null || group.others === null
          ? t.t('board.tenureSmall', { count: group.people })
          : t.t('board.tenureLine', { mean: group.mean, others: group.others }),
    })),
    // Everybody's scores are compared once, before the first grade is changed: a board alone cannot make it anew.
    tenureNote: t.t('board.tenureNote', { day: dayText(data.cycle.to, t) }),
    deadlines: numbered(
      data.reopened.map(({ by, reason }) => t.t('board.deadline', { by: personName(by, t), reason })),
    ),
    history: numbered(
      data.events.map(({ kind, by, reason = '' }) =>
        t.t(`board.events.${kind}`, { by: personName(by, t), reason }),
      ),
    ),
  };
}

const tenureName = ({ fromYears: from }: TenureGroup, next: TenureGroup | undefined, t: Words): string =>
  next ? t.t('board.tenureGroup', { from, to: next.fromYears }) : t.t('board.tenureLast', { from });

function sheetOf(model: BoardModel, t: Words) {
  const row = editedRow(model);
  const { data, to } = model;
  if (!row || !data)
    return { show: false, subject: '', title: '', note: '', chosen: '', isSame: true, grades: [] };
  const name = personName(row.person, t);
  const count = data.rows.filter((each) => (each === row ? to : each.after) === to).length;
  return {
    show: true,
    subject: `grade/${row.person.id}`,
    title: t.t('board.editTitle', { name, from: row.after }),
    note: t.t('board.editNote', { before: row.before }),
    isSame: to === row.after,
    chosen:
      to === row.after ? t.t('board.editChoose') : t.t('board.editChosen', { from: row.after, to, count }),
    grades: data.rule.grades.map(({ id, name: said }) => ({
      id,
      name: `${id} ${t.pick(said)}`,
      on: id === to,
    })),
  };
}

const textOf = (t: Words) => ({
  loadFailed: t.t('board.loadFailed'),
  retry: t.t('common.retry'),
  rows: t.t('board.rows'),
  reasonPlaceholder: t.t('board.reasonPlaceholder'),
  editOk: t.t('board.editOk'),
  lock: t.t('board.lock'),
  reopen: t.t('board.reopen'),
  reopenTitle: t.t('board.reopenTitle'),
  reopenNote: t.t('board.reopenNote'),
  reopenPlaceholder: t.t('board.reopenPlaceholder'),
  ungraded: t.t('board.ungraded'),
  tenure: t.t('board.tenure'),
  distribution: t.t('distribution.open'),
  deadlines: t.t('board.deadlines'),
  history: t.t('board.history'),
  cancel: t.t('board.cancel'),
});

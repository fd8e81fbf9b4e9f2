import { expectedShare, workdaysLate } from '../../common/goals/expected';
import { FULL, percentText } from '../../common/goals/share';
import { lateText } from '../../components/objective-card/key-result.view';
import { type ObjectiveCardView, objectiveCards } from '../../components/objective-card/objective-card.view';
import { type ProposalLine, proposalLine } from '../../components/proposal-list/proposal-list.view';
import { cycleText } from '../../locales/cycle-text';
import { errorText } from '../../locales/error-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { type GoalsModel, type Home, SEGMENTS, type Segment } from './goals.model';
import { countBehind, type TeamRowView, teamRows, unconfirmedText } from './team.view';
import { type TreeRow, treeRows } from './tree.view';

type ListMode = 'loading' | 'error' | 'empty' | 'ready';

export interface GoalsView {
  readonly segments: readonly { readonly id: Segment; readonly text: string; readonly on: boolean }[];
  readonly segment: Segment;
  readonly mode: 'loading' | 'error' | 'no-cycle' | 'ready';
  readonly error: string;
  readonly notice: string;
  readonly cycles: readonly string[];
  readonly cycleIndex: number;
  readonly cycle: string;
  readonly overall: {
    readonly show: boolean;
    readonly percent: string;
    /** Degrees of the ring that are done, and that should be. */
    readonly done: number;
    readonly mark: number;
    readonly expected: string;
    readonly late: string;
    readonly tone: string;
    readonly left: string;
  };
  readonly proposals: readonly ProposalLine[];
  readonly cards: readonly ObjectiveCardView[];
  readonly weights: string;
  readonly canEdit: boolean;
  readonly report: { readonly show: boolean; readonly text: string; readonly done: boolean };
  /** The own closing review, once the cycle is over. */
  readonly review: { readonly show: boolean; readonly text: string; readonly tone: string };
  readonly canReviewTeam: boolean;
  readonly isEmpty: boolean;
  readonly team: readonly TeamRowView[];
  readonly teamMode: ListMode;
  readonly teamSummary: string;
  /** How many have not confirmed what was pushed to them; empty if all have. */
  readonly unconfirmed: string;
  readonly canPush: boolean;
  readonly tree: readonly TreeRow[];
  readonly treeMode: ListMode;
  readonly text: Readonly<Record<string, string>>;
}

function overallOf({ sheet, days, cycle }: Home, words: Words): GoalsView['overall'] {
  const progress = sheet?.progress ?? null;
  const hasData = sheet?.withData !== null && progress !== null;
  const late = hasData && days.workdays > 0 ? workdaysLate(progress ?? 0, days) : null;
  const left = days.workdays - days.gone;
  return {
    show: progress !== null,
    percent: progress === null ? '' : `${percentText(progress)}%`,
    done: Math.round(((progress ?? 0) / FULL) * 360),
    mark: days.workdays > 0 ? Math.round((expectedShare(days) / FULL) * 360) : 0,
    expected:
      days.workdays > 0
        ? words.t('goals.overallExpected', { percent: percentText(expectedShare(days)) })
        : '',
    late: lateText(late, words),
    tone: late !== null && late > 0 ? (late > days.workdays / 5 ? 'bad' : 'warn') : 'ok',
    left:
      cycle?.state === 'running'
        ? left > 0
          ? words.t('goals.daysLeft', { count: left })
          : words.t('goals.daysOver')
        : '',
  };
}

function weightsOf(sheet: Home['sheet'], words: Words): string {
  const counted = (sheet?.objectives ?? []).filter(({ state }) => state !== 'dropped');
  const sum = counted.reduce((total, { weight }) => total + weight, 0);
  return counted.length > 0 && sum < 100 ? words.t('goals.weightsShort', { sum, rest: 100 - sum }) : '';
}

/** The page of goals. */
export function goalsView(model: GoalsModel, words: Words): GoalsView {
  const { home, segment, failure, team, levels } = model;
  const sheet = home?.sheet ?? null;
  const segments = SEGMENTS.filter((id) => id !== 'team' || home?.hasTeam);
  const rows = team ? teamRows(team.rows, team.days, words) : [];
  const behind = countBehind(rows);
  const tree = treeRows(levels, words);
  return {
    segments: segments.map((id) => ({ id, text: words.t(`goals.segments.${id}`), on: id === segment })),
    segment,
    mode: modeOf(model),
    error: failure && isMissing(model) ? errorText(failure, words) : '',
    notice: noticeOf(model, words),
    cycles: (home?.cycles ?? []).map((cycle) => cycleText(cycle, words)),
    cycleIndex: (home?.cycles ?? []).findIndex(({ id }) => id === home?.cycle?.id),
    cycle: home?.cycle ? cycleText(home.cycle, words) : '',
    overall: home ? overallOf(home, words) : NO_OVERALL,
    proposals: (sheet?.proposals ?? []).map((each) => proposalLine(each, words)),
    cards: cardsOf(home, words),
    weights: weightsOf(sheet, words),
    canEdit: sheet?.canEdit === true && isOpen(home),
    report: reportOf(home),
    review: reviewOf(home, words),
    canReviewTeam: home?.hasTeam === true && home.review !== null,
    isEmpty: isEmpty(sheet),
    team: rows,
    teamMode: listMode(team ? rows : null, failure),
    unconfirmed: unconfirmedText(team?.rows ?? [], words),
    canPush: isOpen(home),
    teamSummary: behind > 0 ? words.t('goals.behind', { count: behind }) : words.t('goals.onTrack'),
    tree,
    treeMode: listMode(levels[''] ? tree : null, failure),
    text: labels(model, words),
  };
}

const isEmpty = (sheet: Home['sheet']): boolean =>
  sheet?.objectives.length === 0 && sheet.proposals.length === 0;

const cardsOf = (home: Home | null, words: Words): ObjectiveCardView[] =>
  objectiveCards(home?.sheet?.objectives ?? [], home?.days ?? { workdays: 0, gone: 0 }, words);

function reviewOf(home: Home | null, words: Words): GoalsView['review'] {
  const state = home?.review ?? 'none';
  if (state === 'none') return { show: false, text: '', tone: 'info' };
  const tones = { missing: 'warn', 'handed-in': 'info', confirmed: 'ok' } as const;
  return { show: true, text: words.t(`goals.reviewStates.${state}`), tone: tones[state] };
}

const reportOf = (home: Home | null): GoalsView['report'] => ({
  show: home?.sheet?.canReport === true && home.cycle?.state === 'running',
  text: home?.report?.text ?? '',
  done: Boolean(home?.report),
});

const NO_OVERALL: GoalsView['overall'] = {
  ...{ show: false, percent: '', done: 0, mark: 0, expected: '', late: '', tone: 'ok', left: '' },
};

const isOpen = (home: Home | null): boolean =>
  home?.cycle?.state === 'running' || home?.cycle?.state === 'planned';

function modeOf({ home, failure }: GoalsModel): GoalsView['mode'] {
  if (!home) return failure ? 'error' : 'loading';
  return home.cycle ? 'ready' : 'no-cycle';
}

/** Null: it has not come. */
function listMode(rows: readonly unknown[] | null, failure: Failure | null): ListMode {
  if (!rows) return failure ? 'error' : 'loading';
  return rows.length > 0 ? 'ready' : 'empty';
}

/** Of the chosen segment nothing has come yet, so there is no last state that could be shown. */
const isMissing = ({ home, segment, team, levels }: GoalsModel): boolean =>
  !home || (segment === 'team' && !team) || (segment === 'company' && !levels['']);

function noticeOf(model: GoalsModel, words: Words): string {
  const { home, failure, online } = model;
  if (!home || (failure && isMissing(model))) return '';
  if (!online) return words.t('offline.reading');
  if (failure) return errorText(failure, words);
  return home.cycle && !isOpen(home) ? words.t('goals.closed') : '';
}

function labels({ home }: GoalsModel, words: Words): GoalsView['text'] {
  return {
    retry: words.t('common.retry'),
    loadFailed: words.t('goals.loadFailed'),
    cycle: words.t('goals.cycle'),
    overall: words.t('goals.overall'),
    noCycle: words.t('goals.noCycle'),
    noCycleText: words.t('goals.noCycleText'),
    emptyTitle: words.t('goals.emptyTitle'),
    emptyText: words.t('goals.emptyText'),
    emptyTeam: words.t('goals.emptyTeam'),
    emptyTeamText: words.t('goals.emptyTeamText'),
    emptyCompany: words.t('goals.emptyCompany'),
    emptyCompanyText: words.t('goals.emptyCompanyText'),
    add: words.t('goals.add'),
    clone: words.t('goals.clone'),
    reportTitle: words.t('goals.reportTitle'),
    reportHint: home?.report ? home.report.text || words.t('goals.reportDone') : words.t('goals.reportHint'),
    reportGo: words.t(home?.report ? 'goals.reportEdit' : 'goals.reportGo'),
    teamDay: words.t('goals.teamDay'),
    proposals: words.t('goals.proposals'),
    push: words.t('goals.push'),
    pushed: words.t('goals.pushed'),
    review: words.t('goals.review'),
    reviewNote: words.t('goals.reviewNote'),
    teamReviews: words.t('goals.teamReviews'),
  };
}

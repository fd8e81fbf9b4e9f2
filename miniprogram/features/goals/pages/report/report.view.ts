import type { FigureEntry, KeyResultView } from '#contracts/goals';
import { progressOf, standingAfter } from '../../../../common/goals/progress';
import { percentText } from '../../../../common/goals/share';
import { figureText, standingText } from '../../../../components/objective-card/key-result.view';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { ReportProposal } from '../../daily-report/proposal';
import { isSending } from '../../evidence.model';
import { evidenceForm } from '../../evidence.view';
import { movedViews } from '../../moved.view';
import {
  chosen,
  entriesOf,
  isDoubtful,
  nameOf,
  type ReportModel,
  recognised,
  reportable,
  valueBefore,
} from './report.model';

const CONFIDENCES = ['at-risk', 'on-track', 'sure'] as const;

export interface ProposalView {
  readonly name: string;
  readonly title: string;
  readonly words: string;
  readonly figure: string;
  readonly progress: string;
  /** The person has to look twice. */
  readonly doubt: string;
  readonly quiet: boolean;
  /** Key results to choose from, and that it does not count. */
  readonly choices: readonly { readonly id: string; readonly name: string; readonly on: boolean }[];
  readonly mode: 'add' | 'set';
  readonly modes: readonly { readonly id: 'add' | 'set'; readonly name: string; readonly on: boolean }[];
}

/** The daily report: what was written, what was recognised in it, and what it moves. */
export function reportView(model: ReportModel, words: Words) {
  const { data, text, failure, confidence, evidence, moved, busy } = model;
  const found = recognised(model);
  const proposals = 'proposals' in found ? found.proposals : [];
  const isScored = data?.sheet?.isScored === true;
  const unmatched =
    'proposals' in found && !isScored
      ? found.unmatched.filter(({ reason }) => reason === 'no-key-result')
      : [];
  const entries = entriesOf(model);
  const named = new Set(entries.map(({ keyResultId }) => keyResultId));
  const isTooLong = !('proposals' in found);
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    typedText: text,
    parts: partsOf(text, proposals),
    hasMarks: proposals.length > 0,
    tooLong: isTooLong ? words.t('dayReport.tooLong', { count: text.length }) : '',
    found: foundText(proposals, model, words),
    foundNone:
      text.trim() !== '' && proposals.length === 0 && !isTooLong && !isScored
        ? words.t('dayReport.foundNone')
        : '',
    proposals: proposals.map((each) => proposalView(each, proposals, model, words)),
    unmatched:
      unmatched.length > 0
        ? words.t('dayReport.unmatched', {
            words: unmatched
              .map(({ span }) => text.slice(...span).trim())
              .join(words.t('common.listSeparator')),
          })
        : '',
    others: reportable(model)
      .filter(({ id, measure }) => measure.kind !== 'milestones' && (!named.has(id) || model.typed[id]))
      .map((each) => otherView(each, model, words)),
    confidences: CONFIDENCES.map((id) => ({
      ...{ id, name: words.t(`keyResult.confidence.${id}`), on: id === confidence },
    })),
    noGoals:
      data && reportable(model).length === 0
        ? words.t(isScored ? 'dayReport.scored' : 'dayReport.noGoals')
        : '',
    save:
      entries.length > 0
        ? words.t('dayReport.save', { count: entries.length })
        : words.t('dayReport.saveOnly'),
    ready:
      data?.sheet?.canReport === true && text.trim() !== '' && !isTooLong && !busy && !isSending(evidence),
    evidence: evidenceForm(evidence, words),
    moved: movedViews(moved, words),
    movedLater: moved?.isLate ? words.t('keyResult.movedLater') : '',
    labels: {
      retry: words.t('common.retry'),
      loadFailed: words.t('goals.loadFailed'),
      hint: words.t('dayReport.hint'),
      title: words.t('titles.dayReport'),
      others: words.t('dayReport.others'),
      confidence: words.t('dayReport.confidence'),
      moved: words.t('keyResult.moved'),
      valueHint: words.t('keyResult.valueHint'),
      needText: words.t('dayReport.needText'),
    },
  };
}

/** How much was recognised, and how much of it the person has to look at. */
function foundText(proposals: readonly ReportProposal[], model: ReportModel, words: Words): string {
  const open = proposals.filter((each) => isOpen(each, proposals, model)).length;
  const sure = proposals.length - open;
  return [
    sure > 0 ? words.t('dayReport.found', { count: sure }) : '',
    open > 0 ? words.t('dayReport.foundOpen', { count: open }) : '',
  ]
    .filter(Boolean)
    .join(words.t('common.separator'));
}

/** Whether the person has not yet said what a doubtful figure is about. */
const isOpen = (proposal: ReportProposal, all: readonly ReportProposal[], model: ReportModel): boolean =>
  isDoubtful(proposal, all) && !(nameOf(proposal, model.text) in model.choices);

/** The text with the words that something was recognised by. */
function partsOf(text: string, proposals: readonly ReportProposal[]) {
  const spans = [...proposals].map(({ span }) => span).sort((a, b) => a[0] - b[0]);
  const parts: { readonly key: number; readonly text: string; readonly on: boolean }[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (from > at) parts.push({ key: at, text: text.slice(at, from), on: false });
    parts.push({ key: from, text: text.slice(from, to), on: true });
    at = to;
  }
  if (at < text.length) parts.push({ key: at, text: text.slice(at), on: false });
  return parts;
}

function proposalView(
  proposal: ReportProposal,
  all: readonly ReportProposal[],
  model: ReportModel,
  words: Words,
): ProposalView {
  const { text } = model;
  const { keyResultId, mode } = chosen(proposal, all, model);
  const own = reportable(model);
  const keyResult = own.find(({ id }) => id === keyResultId);
  const name = nameOf(proposal, text);
  const isUndecided = isOpen(proposal, all, model);
  const first = [proposal.keyResultId, ...proposal.alternatives];
  const others = own.filter(
    ({ id, measure }) => !first.includes(id) && measure.kind !== 'yes-no' && measure.kind !== 'milestones',
  );
  const choices = [...first, ...others.map(({ id }) => id)].flatMap(
    (id) => own.find((each) => each.id === id) ?? [],
  );
  return {
    name,
    title: keyResult?.title ?? (isUndecided ? '' : words.t('dayReport.ignore')),
    words: words.t('dayReport.words', { words: text.slice(...proposal.span).trim() }),
    figure: keyResult
      ? figureOf(keyResult, model, { keyResultId: keyResult.id, mode, value: proposal.value }, words)
      : '',
    progress: keyResult
      ? progressAfter(keyResult, model, { keyResultId: keyResult.id, mode, value: proposal.value })
      : '',
    doubt: isUndecided ? words.t(proposal.isOtherDay ? 'dayReport.otherDay' : 'dayReport.which') : '',
    quiet: keyResult === undefined,
    choices: [
      ...choices.map(({ id, title }) => ({ id, name: title, on: id === keyResultId })),
      { id: '', name: words.t('dayReport.ignore'), on: keyResultId === null && !isUndecided },
    ],
    mode,
    modes: (['add', 'set'] as const).map((id) => ({ id, name: words.t(`dayReport.${id}`), on: id === mode })),
  };
}

/** `24 → 34 / 38 位` */
function figureOf(keyResult: KeyResultView, model: ReportModel, entry: FigureEntry, words: Words): string {
  const { measure, standing } = keyResult;
  const before = valueBefore(model, keyResult);
  const after = standingAfter(keyResult.measure, { ...standing, value: before }, entry);
  // Of what was saved the value stands already, and what was before a total is not known any more.
  const isBooked = model.data?.report?.entries.some(({ keyResultId }) => keyResultId === keyResult.id);
  if (isBooked && after.value === standing.value) return standingText(measure, after, words);
  const unit = 'unit' in measure ? measure.unit : measure.kind === 'percent' ? '%' : '';
  return words.t('keyResult.preview', {
    before: before === null ? '–' : figureText(before, unit),
    after: standingText(measure, after, words),
  });
}

function progressAfter(keyResult: KeyResultView, model: ReportModel, entry: FigureEntry): string {
  const before = valueBefore(model, keyResult);
  const { raw } = progressOf(
    keyResult.measure,
    standingAfter(keyResult.measure, { ...keyResult.standing, value: before }, entry),
  );
  return raw === null ? '' : `${percentText(raw)}%`;
}

function otherView(keyResult: KeyResultView, model: ReportModel, words: Words) {
  const { id, title, measure, standing } = keyResult;
  return {
    ...{ id, title, now: standingText(measure, standing, words), typed: model.typed[id] ?? '' },
    unit: 'unit' in measure ? measure.unit : measure.kind === 'percent' ? '%' : '',
  };
}

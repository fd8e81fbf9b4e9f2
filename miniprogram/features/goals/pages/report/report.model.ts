import type { Confidence } from '#contracts/goal';
import type { CheckInResult, FigureEntry, GoalsContract, KeyResultView } from '#contracts/goals';
import { exactSum, MAX_FIGURE, unitsOf } from '../../../../common/goals/progress';
import type { Failure } from '../../../../services/client-error';
import type { RecognisedReport, ReportProposal, ReportTooLong } from '../../daily-report/proposal';
import { recognise } from '../../daily-report/recognise';
import type { Evidence } from '../../evidence.model';
import { readFigure, unitOf } from '../../figure.model';

/** What the person decided about a proposal, by the words that it is from. */
export interface Choice {
  /** null: it does not count. */
  readonly keyResultId: string | null;
  readonly mode: 'add' | 'set';
}

export interface ReportModel {
  readonly cycleId: string;
  readonly data: GoalsContract['home']['output'] | null;
  readonly text: string;
  readonly choices: Readonly<Record<string, Choice>>;
  /** Figures typed for key results that the text does not name. */
  readonly typed: Readonly<Record<string, string>>;
  readonly confidence: Confidence | null;
  readonly evidence: Evidence;
  /** Of this report: the same for a retry. */
  readonly key: string;
  readonly moved: CheckInResult | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Key results that the person reports themselves; none once their figures are scored. */
export const reportable = ({ data }: Pick<ReportModel, 'data'>): readonly KeyResultView[] =>
  (data?.sheet?.isScored ? [] : (data?.sheet?.objectives ?? []))
    .filter(({ state }) => state === 'active')
    .flatMap(({ keyResults }) => keyResults)
    .filter(({ source }) => source === 'own' || source === 'outside');

/** What stands without today's report, which this one replaces. */
export function valueBefore(
  { data }: Pick<ReportModel, 'data'>,
  { id, standing, measure }: KeyResultView,
): number | null {
  const reported = data?.report?.entries.find(({ keyResultId }) => keyResultId === id);
  if (!reported || standing.value === null || reported.mode === 'set') return standing.value;
  const before = exactSum(standing.value, -reported.value);
  return 'start' in measure && before === measure.start ? null : before;
}

export type Recognised = RecognisedReport | ReportTooLong;

/** What the text says. */
export const recognised = (model: ReportModel): Recognised =>
  recognise(
    model.text,
    reportable(model).map((each) => ({
      id: each.id,
      title: each.title,
      ...unitOf(each),
      words: each.words ?? [],
      lastValue: valueBefore(model, each),
    })),
    model.data?.memory ?? [],
  );

/** Names a proposal between two readings of the text: by its words. */
export const nameOf = ({ words, span }: ReportProposal, text: string): string =>
  `${words} ${text.slice(...span)}`;

/** Whether the person has to say what a figure is about: it is unsure, or another one is for the same key result. */
export const isDoubtful = (proposal: ReportProposal, all: readonly ReportProposal[]): boolean =>
  proposal.confidence === 'maybe' ||
  all.some((each) => each !== proposal && each.keyResultId === proposal.keyResultId);

/** A proposal with what the person decided about it; what is doubtful does not count until they have. */
export function chosen(proposal: ReportProposal, all: readonly ReportProposal[], model: ReportModel): Choice {
  const decided = model.choices[nameOf(proposal, model.text)];
  const { keyResultId, mode } = proposal;
  return decided ?? { keyResultId: isDoubtful(proposal, all) ? null : keyResultId, mode };
}

/** Whether a figure can be booked: four decimals and ten thousand million at most. */
const isFigure = (value: number): boolean =>
  unitsOf(value) / unitsOf(1) === value && Math.abs(value) <= MAX_FIGURE;

/** The figures to be booked: those that the report has already, once they are scored; otherwise of what was recognised and confirmed, then of what was typed; one for a key result. */
export function entriesOf(model: ReportModel): readonly FigureEntry[] {
  if (model.data?.sheet?.isScored) return model.data.report?.entries ?? [];
  const found = recognised(model);
  const entries = new Map<string, FigureEntry>();
  const proposals = 'proposals' in found ? found.proposals : [];
  for (const proposal of proposals) {
    const { keyResultId, mode } = chosen(proposal, proposals, model);
    if (keyResultId === null || !isFigure(proposal.value)) continue;
    const words = model.text
      .slice(...proposal.span)
      .trim()
      .slice(0, 60);
    const before = entries.get(keyResultId);
    // Two additions to one key result are one figure; a total replaces what was said before it.
    const isMore = before?.mode === 'add' && mode === 'add';
    const value = isMore ? exactSum(before.value, proposal.value) : proposal.value;
    entries.set(keyResultId, {
      keyResultId,
      mode,
      value,
      ...(words && { words }),
      ...(proposal.words && { known: proposal.words }),
    });
  }
  for (const keyResult of reportable(model)) {
    const typed = model.typed[keyResult.id] ?? '';
    const read = readFigure(keyResult, { mode: 'set', typed, done: [] });
    if (typed !== '' && read && 'entry' in read && keyResult.measure.kind !== 'milestones')
      entries.set(keyResult.id, read.entry);
  }
  return [...entries.values()];
}

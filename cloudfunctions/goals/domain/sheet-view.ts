import type { LocalText } from '#contracts/common';
import type { AlignmentConsent, GoalPlace, KeyResult, Objective, Share } from '#contracts/goal';
import type {
  AboveView,
  AmendmentView,
  DayReport,
  KeyResultView,
  ObjectiveView,
  SheetView,
  TreeNode,
} from '#contracts/goals';
import { unitsOf } from '../../../miniprogram/common/goals/progress';
import { capped, ratio } from '../../../miniprogram/common/goals/share';
import {
  addsToParent,
  keyResultProgress,
  objectiveProgress,
  type Standings,
  sheetProgress,
  standingOf,
} from './objective-progress';
import { isWaiting, proposalBrief, proposalsOf, pusherOf } from './push/proposal';
import { countParts, partKey } from './roll-up';
import { type CheckIn, type Sheet, sheetIdOf } from './sheet';
import { standingsOf } from './standings';

/** What a reader may do with a sheet; see `accessTo`. */
interface Reader {
  readonly canSeeAll: boolean;
  readonly canEdit: boolean;
  readonly canReport: boolean;
  readonly canPush: boolean;
}

/** What a view needs besides the sheet. */
interface Around {
  readonly above: readonly Sheet[];
  /** By sheet. */
  readonly names: ReadonlyMap<string, LocalText>;
}

const NO_NAME: LocalText = { 'zh-CN': '', en: '' };

/** A sheet as somebody may see it. */
export function sheetView(sheet: Sheet, reader: Reader, around: Around): SheetView {
  const standings = standingsOf(sheet);
  const { counted, withData } = sheetProgress(sheet.objectives, standings);
  const isOpen = sheet.state === 'open';
  // What is scored stays as it is.
  const isPlanOpen = isOpen && !sheet.review;
  return {
    id: sheet._id,
    owner: sheet.owner,
    name: around.names.get(sheet._id) ?? NO_NAME,
    rev: sheet.planRev,
    isClosed: !isOpen,
    canEdit: reader.canEdit && isPlanOpen,
    canReport: reader.canReport && isOpen,
    ...(reader.canReport && sheet.review?.state === 'confirmed' && { isScored: true }),
    canPush: reader.canPush && isPlanOpen,
    progress: counted,
    withData,
    objectives: sheet.objectives.map((objective) =>
      objectiveView(sheet, objective, standings, reader, around),
    ),
    amendments: reader.canSeeAll ? amendmentViews(sheet) : [],
    proposals: reader.canSeeAll ? proposalsOf(sheet).filter(isWaiting).map(proposalBrief) : [],
  };
}

/** Amendments that are shown. */
const MAX_AMENDMENTS_SHOWN = 20;

const amendmentViews = ({ amendments, objectives }: Sheet): AmendmentView[] =>
  amendments.slice(0, MAX_AMENDMENTS_SHOWN).map(({ at, by, objectiveId, what, reason }) => ({
    ...{ at, by, reason },
    title: objectives.find(({ id }) => id === objectiveId)?.title ?? '',
    what: what.includes('new') ? 'new' : what.includes('state') ? 'dropped' : 'changed',
  }));

function objectiveView(
  sheet: Sheet,
  objective: Objective,
  standings: Standings,
  { canSeeAll }: Reader,
  around: Around,
): ObjectiveView {
  const { counted, withData } = objectiveProgress(objective, standings);
  const { pushedBy: _, alignedTo, ...open } = objective;
  const pushedBy = pusherOf(sheet, objective);
  return {
    ...open,
    // What the phone has read is what it sends back; what was answered is told by `above`.
    alignedTo: alignedTo.map(({ consent: _consent, ...place }) => place),
    ...(canSeeAll && pushedBy && { pushedBy }),
    keyResults: objective.keyResults.map((each) => keyResultView(sheet, each, standings, canSeeAll)),
    progress: counted,
    withData,
    parts: countParts(sheet.parts[objective.id]),
    above: aboveViews(sheet, objective, around),
  };
}

function keyResultView(
  sheet: Sheet,
  keyResult: KeyResult,
  standings: Standings,
  canSeeAll: boolean,
): KeyResultView {
  const { counted, note } = keyResultProgress(keyResult, standings);
  const last = canSeeAll ? sheet.log.findLast((each) => isAbout(each, keyResult.id)) : undefined;
  return {
    ...keyResult,
    standing: standingOf(keyResult, standings),
    progress: counted,
    hasData: note !== 'no-data',
    parts: countParts(sheet.parts[keyResult.id]),
    last: last ? lastOf(last) : null,
  };
}

const isAbout = ({ undone, entries }: CheckIn, id: string): boolean =>
  !undone && entries.some(({ keyResultId }) => keyResultId === id);

const lastOf = ({ at, source, confidence, note }: CheckIn): KeyResultView['last'] => ({
  at,
  source,
  ...(confidence && { confidence }),
  ...(note && { note }),
});

/** The places that an objective counts for, and what finishing it adds to each. */
function aboveViews(sheet: Sheet, objective: Objective, { above, names }: Around): AboveView[] {
  const aligned = objective.alignedTo.map((each) => ({
    place: placeOnly(each),
    part: null as KeyResult | null,
    key: partKey(own(sheet, objective)),
    consent: each.consent,
  }));
  const broken = objective.keyResults.flatMap((part) =>
    part.partOf
      ? [
          {
            place: part.partOf,
            part,
            key: partKey({ ...own(sheet, objective), keyResultId: part.id }),
            consent: undefined,
          },
        ]
      : [],
  );
  return [...aligned, ...broken].flatMap(({ place, key, part, consent }) => {
    const sheetAbove = above.find(({ _id }) => _id === place.sheetId);
    const found = sheetAbove?.objectives.find(({ id }) => id === place.objectiveId);
    if (!sheetAbove) return [];
    const keyResult = found?.keyResults.find(({ id }) => id === place.keyResultId);
    const name = names.get(sheetAbove._id) ?? NO_NAME;
    const title = keyResult?.title ?? found?.title ?? consent?.title ?? '';
    const isGone = found?.state !== 'active' || (place.keyResultId !== undefined && !keyResult);
    return [
      {
        place,
        title,
        owner: { owner: sheetAbove.owner, name },
        adds: isGone
          ? 0
          : part && keyResult
            ? addsToSum(keyResult, part, standingsOf(sheet))
            : addsTo(sheetAbove, found, keyResult, key),
        ...(isGone ? { state: 'gone' as const } : stateOf(consent)),
      },
    ];
  });
}

const stateOf = (consent: AlignmentConsent | undefined): Pick<AboveView, 'state'> =>
  consent && consent.state !== 'accepted' ? { state: consent.state } : {};

const own = ({ _id: sheetId }: Sheet, { id: objectiveId }: Pick<Objective, 'id'>): GoalPlace => ({
  sheetId,
  objectiveId,
});

const placeOnly = ({ sheetId, objectiveId, keyResultId }: GoalPlace): GoalPlace => ({
  sheetId,
  objectiveId,
  ...(keyResultId !== undefined && { keyResultId }),
});

/** What a part adds to the objective above once its figure has reached its target. */
function addsToSum(above: KeyResult, part: KeyResult, standings: Standings): Share {
  if (!('target' in above.measure) || !('target' in part.measure)) return 0;
  const { start, target } = above.measure;
  const now = standingOf(part, standings).value ?? part.measure.start;
  const way = unitsOf(target) - unitsOf(start);
  const left = unitsOf(part.measure.target) - unitsOf(now);
  return Math.floor((capped(ratio(way > 0 ? left : -left, Math.abs(way))) * above.weight) / 100);
}

/** What finishing a part adds to the objective above. */
function addsTo(above: Sheet, objective: Objective, keyResult: KeyResult | undefined, key: string): Share {
  const parts = above.parts[keyResult?.id ?? objective.id] ?? {};
  const part = parts[key];
  if (keyResult && keyResult.source !== 'mean') return 0;
  const weight = keyResult?.weight ?? objective.alignedWeight;
  const weights = Object.values(parts).reduce((sum, each) => sum + each.weight, 0);
  if (!part || weights === 0) return 0;
  return addsToParent({ weight, part, parts: weights });
}

/** An objective in the tree: titles and progress, which everybody may see. */
export function treeNode(sheet: Sheet, objective: Objective, name: LocalText): TreeNode {
  const standings = standingsOf(sheet);
  return {
    sheetId: sheet._id,
    objectiveId: objective.id,
    owner: sheet.owner,
    name,
    title: objective.title,
    progress: objectiveProgress(objective, standings).counted,
    parts: countParts(sheet.parts[objective.id]),
    takes: objective.alignedWeight > 0,
    rows: objective.keyResults.map((keyResult) => {
      const { id, title, weight } = keyResult;
      const { counted, note } = keyResultProgress(keyResult, standings);
      const parts = countParts(sheet.parts[id]);
      const takes = keyResult.source === 'mean';
      return { id, title, weight, progress: counted, hasData: note !== 'no-data', parts, takes };
    }),
  };
}

/** A report with its files as they are stored. */
type StoredReport = Omit<DayReport, 'files'> & Pick<CheckIn, 'files'>;

/** What somebody reported on a day; null if nothing. */
export function reportOf({ log }: Pick<Sheet, 'log'>, day: string): StoredReport | null {
  const found = log.findLast((each) => each.source === 'report' && each.day === day && !each.undone);
  if (!found) return null;
  const { id, text = '', entries, at, files } = found;
  return { id, day: found.day, text, entries, at, ...(files && { files }) };
}

/** The sheet of an owner who has none yet. */
export const noSheet = (
  cycleId: string,
  owner: Sheet['owner'],
  reader: Reader,
  name: LocalText,
): SheetView => ({
  id: sheetIdOf(cycleId, owner),
  owner,
  name,
  rev: 0,
  isClosed: false,
  canEdit: reader.canEdit,
  canReport: reader.canReport,
  canPush: reader.canPush,
  progress: null,
  withData: null,
  objectives: [],
  amendments: [],
  proposals: [],
});

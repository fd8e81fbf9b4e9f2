import type { Day } from '#contracts/common';
import { departmentOf, waitingConsents } from '../consent';
import type { Sheet } from '../sheet';
import { isWaiting, type Proposal, proposalsOf, type WithProposals, waitsFor } from './proposal';

/** Pushed objectives that are kept once they are decided. */
const MAX_DECIDED = 24;

/** What a sheet is found by: it follows from what was pushed and from consents that are asked for. */
interface Found {
  readonly asked: readonly string[];
  readonly askedLeaders: readonly string[];
  readonly pushers: readonly string[];
  readonly remindOn: Day | null;
}

type Asking = WithProposals & Pick<Sheet, 'owner' | 'objectives' | 'state'>;

/** What a sheet is found by as it is now. */
export function foundBy(sheet: Asking): Found {
  const waiting = sheet.state === 'closed' ? [] : proposalsOf(sheet).filter(isWaiting);
  const consents = waitingConsents(sheet);
  const days = waiting.flatMap(({ remindOn }) => remindOn ?? []).sort();
  const own =
    sheet.owner.kind === 'department' && waiting.some(({ state }) => state === 'open')
      ? [sheet.owner.id]
      : [];
  return {
    asked: [...waiting.flatMap(waitsFor), ...consents.flatMap(({ consent }) => consent.asks)],
    askedLeaders: [...new Set([...own, ...consents.flatMap((each) => departmentOf(each) ?? [])])],
    pushers: [...new Set(proposalsOf(sheet).map(({ by }) => by.id))],
    remindOn: days[0] ?? null,
  };
}

/** The proposals of a sheet, those that wait first, with what it is found by. */
export function withProposals(
  sheet: Asking,
  proposals: readonly Proposal[],
): Found & Required<WithProposals> {
  const waiting = proposals.filter(isWaiting);
  const decided = proposals.filter((each) => !isWaiting(each)).slice(0, MAX_DECIDED);
  const kept = [...waiting, ...decided];
  return { proposals: kept, ...foundBy({ ...sheet, proposals: kept }) };
}

/** Once a sheet is closed nothing of it is asked for any more. */
export const WITHOUT_REMINDERS = { asked: [], askedLeaders: [], remindOn: null } as const;

/** The proposals of a sheet with one that is new or has changed in front. */
export const withProposal = (sheet: Asking, proposal: Proposal): ReturnType<typeof withProposals> =>
  withProposals(sheet, [proposal, ...proposalsOf(sheet).filter(({ id }) => id !== proposal.id)]);

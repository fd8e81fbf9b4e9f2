/** The interface for other features. */
export {
  appraisalCyclesById,
  findAppraisalCycle,
  findAppraisalCyclesIn,
  findCyclesAtWork,
  findLatestAppraisalCycles,
  findLatestOutlines,
  touchAppraisalCycle,
} from './data/cycles';
export {
  countAppraisalPeople,
  findAppraisalPeople,
  findAppraisalPeopleAbout,
  findAppraisalPeopleAfter,
  findAppraisalPerson,
  findAppraisalTeam,
} from './data/people';
export type { DutySource, DutyState } from './domain/duty-source';
export type { FindPastScores } from './domain/past-scores';
export { advance, moveCursor } from './services/advance';

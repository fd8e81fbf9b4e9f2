/** A door for who appraises a cycle of goals: which ones there are, and who has goals in one. */
export { findCycle, findLatestCycles } from './data/cycles';
export { findOwnersWithSheets } from './data/sheets';
export { briefOf } from './domain/cycle';

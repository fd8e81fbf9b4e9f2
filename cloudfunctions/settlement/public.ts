/** How far the settlement of each month is; attendance settles, others read which months are locked. */
export {
  addSettlement,
  findLockedMonths,
  findSettledMonths,
  findSettlement,
  lockPrefetch,
  saveSettlement,
} from './data/settlements';

/** A door for what Today says about appraisals: what it reads in its one call. */
export { appraisalCycles } from './data/cycles';
export { appraisalPeople, appraisalPersonIdOf } from './data/people';

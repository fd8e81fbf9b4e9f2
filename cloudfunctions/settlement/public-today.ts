/** A door for what Today says about month-end: what it reads in its one call. */
export { settlements } from './data/settlements';

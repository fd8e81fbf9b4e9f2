import { settleAll } from './settlement-lane';

/** One fresh process: the rules for ten thousand people, and the most memory that the whole process held, bytes. */
settleAll();
console.log(process.resourceUsage().maxRSS * 1_024);

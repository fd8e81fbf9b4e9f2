import { registerKinds } from '../approvals/kind/registry';
import { salaryChange } from '../salary-change/kind';

/** The kinds of requests that are asked for and decided with the key of pay. */
registerKinds([salaryChange]);

import { removeOver } from '../../shared/retention/remove-over';
import { retainedCodeTries } from '../data/code-tries';

/** Removes what is not kept any longer: who has tried codes of customers. */
export const forgetTries = removeOver([retainedCodeTries]);

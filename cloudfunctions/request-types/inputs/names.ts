import { lazy, picklist, pipe, regex, string } from 'valibot';
import { allKinds } from '../../approvals/kind/registry';

export const typeId = pipe(string(), regex(/^[a-z][A-Za-z0-9-]{0,29}$/));
/** One of the registered kinds. */
export const requestKind = lazy(() => picklist(allKinds().map(({ name }) => name)));

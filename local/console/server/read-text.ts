import { CloudError, type EmbeddedCloud } from '../../cloud';
import type { Fields } from '../../cloud/store/document';
import { decodeFields } from '../../cloud/store/ejson';
import type { QueryText } from '../shared/console-api';

export interface Query {
  readonly collection: string;
  readonly filter: Fields;
  readonly order: Fields | undefined;
}

/** Reads what a person typed. @throws CloudError INVALID_PARAM naming the input and the error */
export function readQuery({ clock }: Pick<EmbeddedCloud, 'clock'>, text: QueryText): Query {
  const fieldsOf = (what: string, typed: string): Fields => {
    readJson(what, typed);
    return decodeFields(typed.trim(), clock.now());
  };
  const order = fieldsOf('sort', text.sort);
  return {
    collection: text.collection,
    filter: fieldsOf('filter', text.filter),
    order: Object.keys(order).length > 0 ? order : undefined,
  };
}

/** Empty text is an empty object. @throws CloudError INVALID_PARAM with the position of the error */
export function readJson(what: string, typed: string): unknown {
  if (typed.trim() === '') return {};
  try {
    return JSON.parse(typed);
  } catch (error) {
    throw new CloudError('INVALID_PARAM', `The ${what} is not JSON: ${(error as Error).message}`);
  }
}

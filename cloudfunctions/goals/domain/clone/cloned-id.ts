import { digestOf } from '../../../shared/text/digest';

/** As long as ids of goals may be, and far too long to meet another one. */
const LENGTH = 20;

/** The id that an objective or key result of a sheet has as a copy: the same every time, so that nothing is copied twice. */
export const clonedId = (sheetId: string, id: string): string => digestOf(`${sheetId}/${id}`, LENGTH);

import { findKind } from '../kind/registry';

/** Whether the applicant of a request of this kind is absent from the team in its period. */
export const isAway = (kind: string): boolean => findKind(kind)?.isAway ?? false;

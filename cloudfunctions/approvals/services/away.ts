import { findKind } from '../kind/registry';

/** Whether requests of this kind mean that the applicant is absent. */
export const isAway = (kind: string): boolean => findKind(kind)?.isAway ?? false;

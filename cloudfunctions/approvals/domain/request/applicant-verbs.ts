import type { Instant } from '#contracts/common';
import { byNames, URGE_PAUSE } from './acting';
import { nextRevision } from './next-revision';
import type { Actor, RequestDocument } from './request';

const ofApplicant = ({ applicant }: RequestDocument): Actor => ({ person: applicant, delegateOf: null });

/** Taken back before it was decided. */
export const withdrawRequest = (request: RequestDocument, now: Instant): RequestDocument =>
  nextRevision(
    request,
    { state: 'withdrawn', decidedAt: now },
    [{ verb: 'withdraw', ...byNames(ofApplicant(request)) }],
    now,
  );

/** Reminds those it waits for, and moves it to the top of their list. */
export const urgeRequest = (request: RequestDocument, now: Instant): RequestDocument =>
  nextRevision(
    request,
    { urgedAt: now, urgent: true },
    [{ verb: 'urge', ...byNames(ofApplicant(request)) }],
    now,
  );

/** When it may be urged again. */
export const nextUrgeAt = ({ urgedAt }: RequestDocument): Instant => ((urgedAt ?? 0) + URGE_PAUSE) as Instant;

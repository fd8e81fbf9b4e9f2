import type { Instant } from '#contracts/common';
import { byNames } from './acting';
import { nextRevision } from './next-revision';
import type { Actor, RequestDocument } from './request';

const ofApplicant = ({ applicant }: RequestDocument): Actor => ({ person: applicant, delegateOf: null });

export const withdrawRequest = (request: RequestDocument, now: Instant): RequestDocument =>
  nextRevision(
    request,
    { state: 'withdrawn', decidedAt: now },
    [{ verb: 'withdraw', ...byNames(ofApplicant(request)) }],
    now,
  );

/** Reminds the current approvers and moves the request to the top of their lists. */
export const urgeRequest = (request: RequestDocument, now: Instant): RequestDocument =>
  nextRevision(
    request,
    { urgedAt: now, urgent: true },
    [{ verb: 'urge', ...byNames(ofApplicant(request)) }],
    now,
  );

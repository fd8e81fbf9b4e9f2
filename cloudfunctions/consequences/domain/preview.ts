import type { ChangedRequest, ChangePreview } from '#contracts/consequence';
import type { Recounted } from '../../approvals/public-recount';

/** How many requests a preview names. */
const MAX_ITEMS = 20;

type Summary = Omit<ChangePreview, 'workers' | 'readdressed' | 'months' | 'complete'>;

/** Sums up what would become of requests, in the order of their start. */
export function summaryOf(results: readonly Recounted[]): Summary {
  const sorted = [...results].sort((a, b) => a.before.spanFrom - b.before.spanFrom);
  const leave = sorted.filter(({ before, note }) => before.kind === 'leave' && note.outcome !== 'open');
  const gains = leave.map(({ note }) => note.before - note.after);
  const sum = (minutes: readonly number[]) => minutes.reduce((total, each) => total + each, 0);
  return {
    people: new Set(sorted.map(({ before }) => before.applicantId)).size,
    requests: sorted.length,
    returned: sum(gains.filter((minutes) => minutes > 0)),
    needed: 0 - sum(gains.filter((minutes) => minutes < 0)),
    overtime: sorted.filter(({ before }) => before.kind === 'overtime').length,
    open: sorted.filter(({ note }) => note.outcome === 'open').length,
    items: sorted.slice(0, MAX_ITEMS).map(itemOf),
  };
}

const itemOf = ({ before: request, note: { outcome, before, after, unit } }: Recounted): ChangedRequest => ({
  requestId: request._id,
  applicant: request.applicant,
  kind: request.kind,
  title: request.title,
  period: request.period,
  outcome,
  before,
  after,
  ...(unit && { unit }),
});

import type { Instant } from '#contracts/common';
import { CHINA_UTC_OFFSET } from './units';

/** The number of a request as people read it out: E0012-20261128-093005, who sent it and when. */
export function requestNumber(applicantId: string, submittedAt: Instant): string {
  const [day = '', time = ''] = new Date(submittedAt + CHINA_UTC_OFFSET * 60_000).toISOString().split('T');
  return `${applicantId}-${day.replace(/-/g, '')}-${time.slice(0, 8).replace(/:/g, '')}`;
}

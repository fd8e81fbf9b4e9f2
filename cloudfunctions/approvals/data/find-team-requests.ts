import type { Instant } from '#contracts/common';
import { TEAM_FIELDS, type TeamRequest } from '../domain/facts/team-facts';
import { requests } from './requests';

const MAX_TEAM_REQUESTS = 400;

/** Requests of these teams that end at or after `since`, latest end first. */
export const findTeamRequests = (teamIds: readonly string[], since: Instant): Promise<TeamRequest[]> =>
  requests.listFields(
    TEAM_FIELDS,
    (_) => ({ teamId: _.in([...new Set(teamIds)]), spanTo: _.gte(since) }),
    MAX_TEAM_REQUESTS,
    [['spanTo', 'desc']],
  );

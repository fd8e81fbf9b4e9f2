import type { AppraisalCycle, AppraisalCycleBrief } from '#contracts/appraisal-cycle';

export const cycleBriefOf = ({
  _id,
  title,
  from,
  to,
  state,
  answersUntil,
}: AppraisalCycle): AppraisalCycleBrief => ({ id: _id, title, from, to, state, answersUntil });

import { AppError } from '../../../shared/errors/app-error';
import { isWaiting, type Proposal, proposalsOf, type WithProposals } from './proposal';

/** @throws AppError NOT_FOUND */
export function requireProposal(sheet: WithProposals | undefined, id: string): Proposal {
  const found = sheet && proposalsOf(sheet).find((each) => each.id === id);
  if (!found) throw new AppError('NOT_FOUND', { what: 'objective' });
  return found;
}

/** @throws AppError PROPOSAL_DECIDED once it is confirmed or withdrawn, VERSION_CONFLICT if it is not as the reader saw it */
export function requireWaiting(proposal: Proposal, rev: number): void {
  if (!isWaiting(proposal)) throw new AppError('PROPOSAL_DECIDED', { rule: proposal.state });
  if (proposal.rev !== rev) throw new AppError('VERSION_CONFLICT', { version: proposal.rev });
}

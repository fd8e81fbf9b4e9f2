import type { KeyResult } from '#contracts/goal';
import { proposalsOf } from './push/proposal';
import type { Sheet } from './sheet';

/** Whether somebody else has confirmed the closing review of a person, and with it targets and figures. */
export const isConfirmed = ({ owner, review }: Pick<Sheet, 'owner' | 'review'>): boolean =>
  review?.state === 'confirmed' && review.confirmedBy !== null && review.confirmedBy !== ownerId(owner);

/** Whether a target is as somebody else has pushed it and the owner confirmed it: one that was changed since is not. */
export const isPushed = (
  sheet: Pick<Sheet, 'owner' | 'proposals'>,
  objectiveId: string,
  { id, measure }: Pick<KeyResult, 'id' | 'measure'>,
): boolean =>
  proposalsOf(sheet).some(
    (proposal) =>
      proposal.id === objectiveId &&
      proposal.state === 'confirmed' &&
      proposal.by.id !== ownerId(sheet.owner) &&
      proposal.objective.keyResults.some(
        (each) => each.id === id && inOrder(each.measure) === inOrder(measure),
      ),
  );

/** In one order: a database may answer fields in another one. */
const inOrder = (measure: KeyResult['measure']): string =>
  JSON.stringify(Object.entries(measure).sort(([a], [b]) => (a < b ? -1 : 1)));

const ownerId = (owner: Sheet['owner']): string | null => ('id' in owner ? owner.id : null);

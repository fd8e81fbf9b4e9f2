import type { RequestCard } from '#contracts/request';
import { cloud } from './cloud';

/** Actions of an approver on one request, other than approve and reject. */
export type CardAction =
  | { readonly verb: 'return'; readonly comment: string }
  | { readonly verb: 'transfer' | 'add-signer'; readonly personId: string };

/** Sends one action with the revision that the person saw. @throws ClientError */
export async function sendAction(
  { id, rev }: Pick<RequestCard, 'id' | 'rev'>,
  action: CardAction,
): Promise<RequestCard> {
  switch (action.verb) {
    case 'return': {
      const { verb, comment } = action;
      return (await cloud.requests.decide({ id, rev, verb, ...(comment ? { comment } : {}) })).data;
    }
    case 'transfer':
      return (await cloud.requests.transfer({ id, rev, toId: action.personId })).data;
    case 'add-signer':
      return (await cloud.requests.addSigner({ id, rev, signerId: action.personId })).data;
  }
}

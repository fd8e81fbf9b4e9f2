import type { RequestCard } from '#contracts/request';
import { cloud } from './cloud';

/** What an approver does with one request besides deciding it. */
export type CardAction =
  | { readonly verb: 'return'; readonly comment: string }
  | { readonly verb: 'transfer' | 'add-signer'; readonly personId: string };

/** Sends one action about the request as the person saw it. @throws ClientError */
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

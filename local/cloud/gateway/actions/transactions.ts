import { type Action, textParam } from '../action';

/** The id is next to the requestId, not under `data`. */
const startTransaction: Action = ({ store, invocation }) => ({
  transactionId: store.begin(invocation.token).id,
});

const commitTransaction: Action = ({ store, params, invocation }) => {
  store.commit(textParam(params, 'transactionId'), invocation.token);
  return {};
};

const abortTransaction: Action = ({ store, params, invocation }) => {
  store.abort(textParam(params, 'transactionId'), invocation.token);
  return {};
};

export const transactionActions: Record<string, Action> = {
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
};

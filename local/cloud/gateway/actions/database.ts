import { CloudError } from '../../cloud-error';
import type { Fields } from '../../store/document';
import {
  aggregateDocuments,
  countDocuments,
  findDocuments,
  insertDocuments,
  removeDocuments,
  setDocument,
} from '../../store/documents';
import { decode, decodeFields } from '../../store/ejson';
import type { Scan } from '../../store/scan-report';
import type { Scope } from '../../store/scope';
import { updateDocuments, upsertDocuments } from '../../store/update-documents';
import { type Action, type ActionContext, countParam, listParam, textParam } from '../action';
import { encodeList } from '../response-size';
import { watchScan } from '../scan-watch';
import { warnOutsideTransaction } from '../warnings';

/** Rows of a query without `limit()`, and the most that a function may ask for. */
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;
const MAX_STAGES = 500;

const getDocument: Action = (context) => {
  const { params, now, invocation } = context;
  const { order, projection } = params;
  const documents = findDocuments(scopeOf(context), textParam(params, 'collectionName'), filterOf(context), {
    order: order === undefined ? undefined : notEmpty(decodeFields(order, now)),
    projection: projection === undefined ? undefined : notEmpty(decodeFields(projection, now)),
    offset: countParam(params, 'offset'),
    limit: Math.min(countParam(params, 'limit') || DEFAULT_LIMIT, MAX_LIMIT),
  });
  invocation.costs.returned += documents.length;
  return { data: { list: encodeList(documents) } };
};

const calculateDocument: Action = (context) => {
  const total = countDocuments(
    scopeOf(context),
    textParam(context.params, 'collectionName'),
    filterOf(context),
  );
  return { data: { total } };
};

const insertDocument: Action = (context) => {
  const { params, now } = context;
  const documents = listParam(params, 'data', MAX_LIMIT).map((text) => decodeFields(text, now));
  const insertedIds = insertDocuments(scopeOf(context), textParam(params, 'collectionName'), documents);
  return { data: { insertedIds } };
};

/** `set` comes with merge:false and a plain document, `update` with merge:true and operators. */
const modifyDocument: Action = (context) => {
  const { params, now } = context;
  const collection = textParam(params, 'collectionName');
  const data = decodeFields(params.data, now);
  const filter = filterOf(context);
  if (params.merge === false) {
    const { updated, upsertId } = setDocument(scopeOf(context), collection, filter._id, data);
    return { data: { updated, upsert_id: upsertId } };
  }
  const multi = params.multi === true;
  if (params.upsert === true) {
    const { updated, upsertId } = upsertDocuments(scopeOf(context), collection, filter, data, multi);
    return { data: { updated, upsert_id: upsertId } };
  }
  const updated = updateDocuments(scopeOf(context), collection, filter, data, multi);
  return { data: { updated, upsert_id: null } };
};

const removeDocument: Action = (context) => {
  const { params } = context;
  const collection = textParam(params, 'collectionName');
  const deleted = removeDocuments(scopeOf(context), collection, filterOf(context), params.multi === true);
  return { data: { deleted } };
};

const aggregate: Action = (context) => {
  const { params, now, invocation } = context;
  const stages = listParam(params, 'stages', MAX_STAGES).map((stage) => stageOf(stage, now));
  const list = aggregateDocuments(scopeOf(context), textParam(params, 'collectionName'), stages);
  invocation.costs.returned += list.length;
  return { data: { list: encodeList(list) } };
};

const addCollection: Action = ({ params, store }) => {
  store.createCollection(textParam(params, 'collectionName'));
  return {};
};

export const databaseActions: Record<string, Action> = {
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.insertDocument': insertDocument,
  'database.modifyDocument': modifyDocument,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregate,
  'database.addCollection': addCollection,
};

function scopeOf(context: ActionContext): Scope {
  const { params, store, invocation, scanRule } = context;
  warnOutsideTransaction(context, textParam(params, 'collectionName'));
  const isInside = params.transactionId !== undefined;
  const transaction = isInside
    ? store.transaction(textParam(params, 'transactionId'), invocation.token)
    : undefined;
  const onScanned = (scan: Scan) => watchScan(invocation, scan, scanRule);
  return { store, transaction, onScanned };
}

function filterOf({ params, now }: ActionContext): Fields {
  return decodeFields(params.query, now);
}

function stageOf(stage: unknown, now: number): Fields {
  const { stageKey, stageValue } = (stage ?? {}) as Record<string, unknown>;
  if (typeof stageKey !== 'string' || !stageKey.startsWith('$') || typeof stageValue !== 'string')
    throw new CloudError('INVALID_PARAM', 'An aggregation stage must have a key and a value.');
  return { [stageKey]: decode(stageValue, now) };
}

function notEmpty(fields: Fields): Fields | undefined {
  return Object.keys(fields).length > 0 ? fields : undefined;
}

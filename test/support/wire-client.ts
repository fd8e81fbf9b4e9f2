import { EJSON } from 'bson';
import { CloudError, type CloudErrorCode } from '../../local/cloud/cloud-error';
import { answer, type Services } from '../../local/cloud/gateway/answer';
import { type Invocation, Invocations } from '../../local/cloud/gateway/invocations';
import type { Document, DocumentId, Fields } from '../../local/cloud/store/document';
import type { Store } from '../../local/cloud/store/store';

/**
 * Speaks the SDK's wire protocol to the part of the gateway that answers it, without HTTP and without a worker: as
 * many clients as a test wants, in one process. An answer comes when a real one would be sent.
 */
export class WireClient {
  private readonly invocation: Invocation;
  private readonly services: Services;

  constructor(store: Store) {
    const invocations = new Invocations(({ token }) => store.abortAll(token));
    this.invocation = invocations.begin({
      requestId: 'wire-client',
      functionName: 'none',
      identity: { kind: 'console' },
      clockOffset: 0,
    });
    // Only actions of the database are asked for; these need no files, no WeChat and no other function.
    const none = {} as Pick<Services, 'files' | 'openApi'>;
    this.services = {
      ...none,
      store,
      invocations,
      scanRule: { limit: Infinity, fail: false },
      now: () => Date.now(),
      callFunction: () => Promise.reject(new Error('There are no functions.')),
    };
  }

  async get(collection: string, id: DocumentId, transactionId?: string): Promise<Document | undefined> {
    const [document] = await this.list(collection, { query: { _id: id }, queryType: 'DOC', transactionId });
    return document;
  }

  find(collection: string, query: Fields, transactionId?: string): Promise<Document[]> {
    return this.list(collection, { query, queryType: 'WHERE', transactionId });
  }

  async count(collection: string, query: Fields): Promise<number> {
    return (await this.ask('calculateDocument', { collectionName: collection, query })).total as number;
  }

  async add(collection: string, document: Fields, transactionId?: string): Promise<void> {
    const data = [EJSON.stringify(document, { relaxed: false })];
    await this.ask('insertDocument', { collectionName: collection, data, transactionId });
  }

  /** How many documents it replaced; 0 if it created one. */
  async set(collection: string, id: DocumentId, data: Fields, transactionId?: string): Promise<number> {
    const params = { query: { _id: id }, data, multi: false, merge: false, upsert: true, transactionId };
    return this.changed('modifyDocument', { collectionName: collection, ...params });
  }

  /** Update operators on all matches; how many documents changed. */
  update(collection: string, query: Fields, data: Fields, transactionId?: string): Promise<number> {
    const params = { query, data, multi: true, merge: true, upsert: false, transactionId };
    return this.changed('modifyDocument', { collectionName: collection, ...params });
  }

  async remove(collection: string, query: Fields, transactionId?: string): Promise<number> {
    const params = { collectionName: collection, query, multi: true, transactionId };
    return (await this.ask('removeDocument', params)).deleted as number;
  }

  async begin(): Promise<string> {
    return (await this.send('startTransaction', {})).transactionId as string;
  }

  async commit(transactionId: string): Promise<void> {
    await this.send('commitTransaction', { transactionId });
  }

  async abort(transactionId: string): Promise<void> {
    await this.send('abortTransaction', { transactionId });
  }

  private async list(collection: string, params: Fields): Promise<Document[]> {
    const { list } = await this.ask('getDocument', { collectionName: collection, limit: 1000, ...params });
    return (list as string[]).map((text) => EJSON.parse(text) as Document);
  }

  private async changed(action: string, params: Fields): Promise<number> {
    return (await this.ask(action, params)).updated as number;
  }

  private async ask(action: string, params: Fields): Promise<Fields> {
    return (await this.send(action, params)).data as Fields;
  }

  private send(action: string, { query, data, ...rest }: Fields): Promise<Fields> {
    const params: Fields = { ...rest, action: `database.${action}` };
    if (query !== undefined) params.query = EJSON.stringify(query, { relaxed: false });
    if (data !== undefined)
      params.data = Array.isArray(data) ? data : EJSON.stringify(data, { relaxed: false });
    return answer(params, this.invocation, this.services);
  }
}

/** The platform's code of an error. @throws the error itself if it is none of the cloud's */
export function codeOf(error: unknown): CloudErrorCode {
  if (error instanceof CloudError) return error.code;
  throw error;
}

import type { StoredAccount } from '../../accounts/public';
import type { RequestDocument } from '../domain/request/request';

/** The requests staged in an account, as they were submitted. */
export const stagedRequestsOf = ({ staged }: StoredAccount): Readonly<Record<string, RequestDocument>> =>
  (staged ?? {}) as Readonly<Record<string, RequestDocument>>;

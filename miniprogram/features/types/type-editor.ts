import type { PersonBrief } from '#contracts/person';
import type { RequestRulesContract } from '#contracts/request-rules';
import type { Failure } from '../../services/client-error';
import type { Names, Trial } from './flow-words';
import type { Path, TypeDraft } from './type.model';

/** What the editor of a request type shows. */
export interface TypeModel {
  readonly about: RequestRulesContract['requestType']['output'] | null;
  readonly draft: TypeDraft | null;
  readonly version: number;
  readonly changed: boolean;
  /** Of everybody that the flow names now. */
  readonly people: readonly PersonBrief[];
  readonly path: Path;
  readonly trial: Trial;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly loadFailure: Failure | null;
}

export const namesOf = ({ about, draft, people }: TypeModel): Names => ({
  people,
  departments: about?.departments ?? [],
  form: draft?.form ?? [],
});

import type { PersonBrief } from '#contracts/person';
import type { RequestRulesContract } from '#contracts/request-rules';
import { BLANK_EDITOR, type EditorState } from './editor.view';
import type { Names, Trial } from './flow-words';
import type { TypeDraft } from './type.model';

/** What the editor of a request type shows. */
export interface TypeModel extends EditorState<RequestRulesContract['requestType']['output'], TypeDraft> {
  /** Of everybody that the flow names now. */
  readonly people: readonly PersonBrief[];
  readonly trial: Trial;
}

export const noRequestType: TypeModel = {
  ...BLANK_EDITOR,
  people: [],
  trial: { days: null, hours: null, amount: null },
};

export const namesOf = ({ about, draft, people }: TypeModel): Names => ({
  people,
  departments: about?.departments ?? [],
  form: draft?.form ?? [],
});

import type { EvidenceFile } from '#contracts/goals';
import { isPdf } from '../../utils/is-pdf';

/** As many as the server takes with a check-in or report. */
export const MAX_FILES = 3;

/** A file that goes with what is being written. */
export interface Held {
  readonly fileId: string;
  /** A picture on the phone or a link to it; empty for a document. */
  readonly picture: string;
  /** How a document is opened; empty for a file that was just added. */
  readonly url: string;
}

export interface Evidence {
  /** null: those that are stored. */
  readonly files: readonly Held[] | null;
  /** On their way into cloud storage. */
  readonly uploads: readonly { readonly id: string; readonly name: string }[];
}

export const noEvidence: Evidence = { files: null, uploads: [] };

/** Files of a stored report that go with the one that stands in for it: not those that are not there any more. */
export const heldOf = (files: readonly EvidenceFile[] = []): readonly Held[] =>
  files.flatMap(({ fileId, url }) => (url ? [{ fileId, url, picture: isPdf(fileId) ? '' : url }] : []));

/** What is sent; nothing without files. */
export const filesInput = ({ files }: Evidence): { readonly files?: readonly string[] } =>
  files && files.length > 0 ? { files: files.map(({ fileId }) => fileId) } : {};

export const isSending = ({ uploads }: Evidence): boolean => uploads.length > 0;

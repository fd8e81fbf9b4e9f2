import { type Failure, failureOf } from '../../../services/client-error';
import { cloud } from '../../../services/cloud';
import { openPaper } from '../../../services/documents';
import { words } from '../../../services/language';
import { choosePaper, uploadPaper } from '../../../services/papers';
import { isPdf } from '../../../utils/is-pdf';
import { newKey } from '../../../utils/new-key';
import type { Evidence } from '../evidence.model';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

/** A page that shows files of check-ins or reports. */
interface ShowingPage {
  update(change: { readonly failure: Failure | null }): void;
}

/** A page that has files of its own besides. */
interface EvidencePage extends ShowingPage {
  readonly model: { readonly evidence: Evidence };
  editEvidence(change: Partial<Evidence>): void;
}

/** What the files of `parts/evidence.wxml` do that can only be looked at. */
export const openHandlers = {
  async onOpenFile(this: ShowingPage, { currentTarget }: Tapped<{ file: string; url: string }>) {
    const { file: fileId, url } = currentTarget.dataset;
    try {
      await openPaper({ fileId, url });
    } catch (thrown) {
      this.update({ failure: failureOf(thrown) });
    }
  },
};

/** What the files of `parts/evidence.wxml` do. */
export const evidenceHandlers = {
  ...openHandlers,

  async onAddFile(this: EvidencePage) {
    const paper = await choosePaper(words()).catch((thrown: unknown) => {
      this.update({ failure: failureOf(thrown) });
      return null;
    });
    if (!paper) return;
    const upload = { id: newKey(), name: paper.name };
    this.editEvidence({ uploads: [...this.model.evidence.uploads, upload] });
    try {
      const { fileId } = (await cloud.goals.keepFile({ fileId: await uploadPaper(paper) })).data;
      const held = this.model.evidence.files ?? [];
      const file = { fileId, picture: isPdf(paper.name) ? '' : paper.path, url: '' };
      // The same content again is the same copy.
      if (!held.some((each) => each.fileId === fileId)) this.editEvidence({ files: [...held, file] });
    } catch (thrown) {
      this.update({ failure: failureOf(thrown) });
    } finally {
      const { uploads } = this.model.evidence;
      this.editEvidence({ uploads: uploads.filter(({ id }) => id !== upload.id) });
    }
  },

  onRemoveFile(this: EvidencePage, { currentTarget }: Tapped<{ file: string }>) {
    const held = this.model.evidence.files ?? [];
    this.editEvidence({ files: held.filter(({ fileId }) => fileId !== currentTarget.dataset.file) });
  },
};

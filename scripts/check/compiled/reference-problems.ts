import type { FileSet } from '../../wechat/file-set';
import { markupReferences } from './markup-references';
import { scriptReferences } from './module-graph';
import { mayUse, packageFinder } from './packages';

/** One sentence for each reference without a file, or without a placeholder into a package that may not be loaded yet. */
export async function referenceProblems(files: FileSet): Promise<string[]> {
  const packageOf = packageFinder(files);
  const references = [...(await scriptReferences(files)), ...markupReferences(files)];
  return references.flatMap(({ from, wanted, target, hasPlaceholder }) => {
    if (target === undefined) return [`${from}: "${wanted}" is not in the compiler's output`];
    const owner = packageOf(target);
    return mayUse(packageOf(from), owner) || hasPlaceholder
      ? []
      : [`${from}: "${wanted}" lies in the subpackage ${owner}, which may not be loaded`];
  });
}

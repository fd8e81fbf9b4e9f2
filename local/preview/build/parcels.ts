import type { AppConfig } from './app-config';
import type { ComponentNode } from './component-graph';
import type { SourceFiles } from './source-files';
import { compileTemplates } from './templates';

/** What is loaded together: all packages with pages, or one subpackage that has components alone. */
export interface Parcel {
  /** Root folder of the subpackage; empty for what is there from the start. */
  readonly root: string;
  readonly nodes: readonly ComponentNode[];
  /** JavaScript expression: path -> template. */
  readonly templates: string;
}

/** The parcels of a Mini Program, the one of the start first. */
export function parcelsOf(files: SourceFiles, config: AppConfig, nodes: readonly ComponentNode[]): Parcel[] {
  const rootOf = ({ path }: ComponentNode): string =>
    config.packagesOfComponents.find((root) => path.startsWith(`${root}/`)) ?? '';
  return ['', ...config.packagesOfComponents].map((root) => {
    const own = nodes.filter((node) => rootOf(node) === root);
    return { root, nodes: own, templates: compileTemplates(files, own) };
  });
}

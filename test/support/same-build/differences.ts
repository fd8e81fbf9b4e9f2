import { transformSync } from 'esbuild';
import { readAppConfig } from '../../../local/preview/build/app-config';
import { buildComponentGraph } from '../../../local/preview/build/component-graph';
import { openSourceFiles } from '../../../local/preview/build/source-files';
import { compileStyles } from '../../../local/preview/build/styles';
import { type FileSet, readFileSet } from '../../../scripts/wechat/file-set';
import { meaningOfMarkup } from './markup';
import { meaningOfScripts } from './modules';
import { meaningOfStyles } from './styles';

/** What one Mini Program is, in lines that can be compared. */
type Meaning = readonly string[];

/**
 * Lines that only one of two folders with the same Mini Program has, `-` for the first and `+` for the second:
 * its configuration, pages and components with what they use, templates, WXS, styles, pictures and modules.
 */
export async function differencesOf(first: string, second: string): Promise<string[]> {
  const [one, other] = [await meaningOf(first), await meaningOf(second)];
  const [inOne, inOther] = [new Set(one), new Set(other)];
  return [
    ...one.filter((line) => !inOther.has(line)).map((line) => `- ${line}`),
    ...other.filter((line) => !inOne.has(line)).map((line) => `+ ${line}`),
  ];
}

async function meaningOf(root: string): Promise<Meaning> {
  const files = readFileSet(root);
  const sources = openSourceFiles(root);
  const config = readAppConfig(sources);
  const nodes = buildComponentGraph(sources, config);
  const styles = compileStyles(sources, nodes);
  const named = [['every page', styles.common], ...Object.entries(styles.pages)] as const;
  return [
    ...sources.problems.map((problem) => JSON.stringify(problem)),
    `app.json ${sorted({ ...config, app: { ...config.app, subPackages: [], subpackages: [] } })}`,
    ...nodes.map((node) => `component ${sorted(node)}`),
    ...named.flatMap(([page, css]) => meaningOfStyles(css).map((line) => `${page}: ${line}`)),
    ...markupLines(files),
    ...wxsLines(files),
    ...[...files].filter(([name]) => /\.(png|jpe?g|svg|gif)$/.test(name)).map(pictureLine),
    ...(await meaningOfScripts(files)),
  ];
}

function markupLines(files: FileSet): string[] {
  return [...files]
    .filter(([name]) => name.endsWith('.wxml'))
    .map(([name, content]) => `${name}: ${meaningOfMarkup(content.toString('utf8')).join(' ')}`);
}

function wxsLines(files: FileSet): string[] {
  return [...files]
    .filter(([name]) => name.endsWith('.wxs'))
    .map(([name, content]) => `${name}: ${transformSync(content.toString('utf8'), { minify: true }).code}`);
}

const pictureLine = ([name, content]: readonly [string, Buffer]): string =>
  `${name}: ${content.toString('base64')}`;

/** JSON with the keys of every object in order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort())
      : each,
  );
}

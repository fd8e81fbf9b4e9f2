import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const FOLDER = path.resolve(__dirname, '../../../../cloudfunctions/reviews/domain');

/** What is published of reviews, as the functions call it. */
const EXPORTS = `
  export { publishReview } from './publish-review';
  export { publishUnits } from './publish-units';
  export { viewFor, unitViewFor } from './view-for';
  export { progressFor, lateRaters } from './progress-for';
`;

export type ReviewRules = Pick<
  typeof import('../../../../cloudfunctions/reviews/domain/publish-review') &
    typeof import('../../../../cloudfunctions/reviews/domain/publish-units') &
    typeof import('../../../../cloudfunctions/reviews/domain/view-for') &
    typeof import('../../../../cloudfunctions/reviews/domain/progress-for'),
  'publishReview' | 'publishUnits' | 'viewFor' | 'unitViewFor' | 'progressFor' | 'lateRaters'
>;

/** In a file, what stands there exactly once, and what stands there instead. */
export type Break = readonly [file: string, from: string, to: string];

/** The rules as they are, or with some lines of their sources broken; the product has no switch for that. */
export async function reviewRules(...breaks: readonly Break[]): Promise<ReviewRules> {
  const { outputFiles } = await build({
    stdin: { contents: EXPORTS, resolveDir: FOLDER, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    plugins: [
      {
        name: 'break',
        setup: ({ onLoad }) =>
          onLoad({ filter: /reviews[\\/]domain[\\/][\w-]+\.ts$/ }, ({ path: file }) => ({
            contents: broken(file, breaks),
            loader: 'ts',
          })),
      },
    ],
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, require);
  return module.exports as ReviewRules;
}

function broken(file: string, breaks: readonly Break[]): string {
  let text = readFileSync(file, 'utf8');
  for (const [name, from, to] of breaks) {
    if (path.basename(file) !== `${name}.ts`) continue;
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`${name}.ts has ${parts.length - 1} times: ${from}`);
    text = parts.join(to);
  }
  return text;
}

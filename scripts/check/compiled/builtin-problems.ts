import type { FileSet } from '../../wechat/file-set';
import { builtinUses } from './builtin-uses';
import type { MissingBuiltins } from './missing-builtins';

/** A harmless use of a missing builtin, and the reason. */
export interface AllowedBuiltin {
  readonly file: string;
  readonly name: string;
  readonly reason: string;
}

/**
 * One sentence for each script of the output that uses a builtin which phones with the declared base library may
 * lack, and one for each unused exception.
 */
export function builtinProblems(
  files: FileSet,
  missing: MissingBuiltins,
  allowed: readonly AllowedBuiltin[],
): string[] {
  const uses = [...files]
    .filter(([file]) => file.endsWith('.js'))
    .flatMap(([file, content]) =>
      builtinUses(content.toString('utf8'), missing).map((name) => ({ file, name })),
    );
  const isSame = (one: { file: string; name: string }, other: { file: string; name: string }): boolean =>
    one.file === other.file && one.name === other.name;
  return [
    ...uses
      .filter((use) => !allowed.some((each) => isSame(each, use)))
      .map(({ file, name }) => `${file}: ${name} is missing on phones with the declared base library`),
    ...allowed
      .filter((each) => !uses.some((use) => isSame(each, use)))
      .map(({ file, name }) => `allowed-builtins.ts: ${file} does not use ${name} any more`),
  ];
}

import path from 'node:path';
import { Script } from 'node:vm';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Problem } from '../shared/problem';
import type { ComponentNode } from './component-graph';
import type { SourceFiles } from './source-files';
import { wxsRequires, wxsToJavaScript } from './wxs-source';

interface TemplateDiagnostic {
  readonly isError: boolean;
  readonly level: string;
  readonly message: string;
  readonly startLine: number;
  readonly startColumn: number;
}

/** WeChat's compiler accepts tags like `<mp-actionSheet>` silently. */
const IGNORED_MESSAGES = 'avoid uppercase letters';
/**
 * Messages about what WeChat's compiler accepts: it has no effect, or the intended one. All other messages are
 * faults.
 */
const TAKEN: ReadonlySet<string> = new Set([
  'child nodes are not allowed for this element',
  'data bindings are not allowed for this attribute',
  'duplicated attribute',
  'duplicated name',
  'illegal entity',
  'invalid attribute prefix',
  'invalid attribute value',
  'not a valid identifier as scope name',
  'the expression is empty',
  'unexpected whitespace',
]);
/** What it takes of these: `wx:key` without a list, an attribute of a `<block>`; a name like `:name`. */
const TAKEN_AT: Readonly<Record<string, RegExp>> = {
  'invalid attribute': /^(?!wx:el)/,
  'invalid attribute name': /^:\w/,
};
/** What every WXS module may call. */
const WXS_GLOBALS =
  'var getRegExp=(p,f)=>new RegExp(p,f),getDate=(...a)=>a.length?new Date(...a):new Date();';

/** WeChat's compiler knows `wx:for` by its old name too; the replacement is as long. */
const OLD_FOR = /(\s)wx:for-items(?=\s*=)/g;
/** The compiler's hooks for handlers in WXS, see runtime/framework/wxs-instances.ts. */
const WXS_CALLS = 'Q.A=__wxsCalls.changed;Q.C=__wxsCalls.handle;';

/** Compiles the WXML and WXS of all components to one JavaScript expression: path -> template. */
export function compileTemplates(files: SourceFiles, nodes: readonly ComponentNode[]): string {
  const group = TmplGroup.newDev();
  const compiler = new TemplateCompiler(files, group);
  for (const node of nodes) compiler.addTemplate(node.path);
  group.setExtraRuntimeScript(`${WXS_GLOBALS}${WXS_CALLS}`);
  const code = group.getTmplGenObjectGroups();
  group.free();
  return code;
}

class TemplateCompiler {
  private readonly templates = new Set<string>();
  private readonly scripts = new Set<string>();

  constructor(
    private readonly files: SourceFiles,
    private readonly group: TmplGroup,
  ) {}

  addTemplate(logical: string): void {
    if (this.templates.has(logical)) return;
    this.templates.add(logical);
    const file = `${logical}.wxml`;
    const written = this.files.has(file) ? this.files.read(file) : this.missing(file, '<slot/>');
    const source = written.replace(OLD_FOR, '$1      wx:for');
    const found = this.group.addTmpl(logical, source) as TemplateDiagnostic[];
    const told = found.filter(({ message }) => message !== IGNORED_MESSAGES);
    this.files.problems.push(...told.map((each) => problemOf(file, source, each)));
    for (const name of this.group.getInlineScriptModuleNames(logical) as string[]) {
      const script = this.translate(file, this.group.getInlineScript(logical, name));
      this.group.setInlineScript(logical, name, script);
    }
    for (const other of this.group.getDirectDependencies(logical) as string[]) this.addTemplate(other);
    for (const script of this.group.getScriptDependencies(logical) as string[]) this.addScript(script);
  }

  private addScript(logical: string): void {
    if (this.scripts.has(logical)) return;
    this.scripts.add(logical);
    const file = `${logical}.wxs`;
    const source = this.files.has(file) ? this.files.read(file) : this.missing(file, '');
    const script = this.translate(file, source);
    this.group.addScript(logical, script);
    const folder = path.posix.dirname(logical);
    for (const target of wxsRequires(script)) this.addScript(path.posix.join(folder, target));
  }

  /** A module with a syntax error is empty instead, because it shares one script with every page. */
  private translate(file: string, source: string): string {
    const script = wxsToJavaScript(source);
    try {
      new Script(`(function(){${script}\n})`);
      return script;
    } catch (error) {
      this.files.problems.push({
        kind: 'wxml',
        level: 'fault',
        message: `WXS: ${(error as Error).message}`,
        place: file,
      });
      return '';
    }
  }

  private missing(file: string, instead: string): string {
    this.files.problems.push({ kind: 'wxml', level: 'fault', message: 'the file is not there', place: file });
    return instead;
  }
}

function problemOf(file: string, source: string, found: TemplateDiagnostic): Problem {
  const { isError, message, startLine, startColumn } = found;
  const place = `${file}:${startLine + 1}:${startColumn + 1}`;
  const rest = source.split('\n')[startLine]?.slice(startColumn) ?? '';
  const isTaken = TAKEN.has(message) || TAKEN_AT[message]?.test(rest);
  const level = isTaken ? 'hint' : 'fault';
  return { kind: 'wxml', level, message: isError ? message : `warning: ${message}`, place };
}

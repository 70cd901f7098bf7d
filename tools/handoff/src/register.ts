import ts from 'typescript';
import type { Handoff } from './handoff';

/**
 * The text of a service.ts with the handoff's consumer in it: imported in the order of paths, and last in the handlers of the service's own
 * consumer. Throws when the file does not have the shape that all five have.
 */
export function registered(text: string, { to, event, name }: Pick<Handoff, 'to' | 'event' | 'name'>): string {
  const source = ts.createSourceFile('service.ts', text, ts.ScriptTarget.Latest, true);
  const handlers = handlersOf(source, to);
  const last = handlers.elements.at(-1);
  if (!last) throw new Error(`${to}: the consumer has no handlers to add to`);
  const withHandler = `${text.slice(0, last.getEnd())}, on${name}${text.slice(last.getEnd())}`;
  const path = `./handoffs/${event}`;
  const imports = source.statements.filter(ts.isImportDeclaration);
  const following = imports.find(({ moduleSpecifier }) => {
    const other = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
    return other.startsWith('./') && other > path;
  });
  const at = following?.getStart() ?? (imports.at(-1)?.getEnd() ?? 0) + 1;
  return `${withHandler.slice(0, at)}import { on${name} } from '${path}';\n${withHandler.slice(at)}`;
}

/** `handlers` of the consumer `{ name: '<service>', handlers: [...] }`. */
function handlersOf(source: ts.SourceFile, service: string): ts.ArrayLiteralExpression {
  let found: ts.ArrayLiteralExpression | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const name = valueOf(node, 'name');
      const handlers = valueOf(node, 'handlers');
      if (
        name &&
        ts.isStringLiteral(name) &&
        name.text === service &&
        handlers &&
        ts.isArrayLiteralExpression(handlers)
      )
        found = handlers;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (!found) throw new Error(`${service}: found no consumer { name: '${service}', handlers: [...] } to add to`);
  return found;
}

function valueOf(object: ts.ObjectLiteralExpression, property: string): ts.Expression | undefined {
  for (const member of object.properties)
    if (ts.isPropertyAssignment(member) && ts.isIdentifier(member.name) && member.name.text === property)
      return member.initializer;
  return undefined;
}

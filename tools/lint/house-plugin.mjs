import { posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importRules, isSpec, neverMocked, readsEnvironment } from './dependency-rules.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fromRoot = (file) => relative(root, file).split(sep).join('/');

/** A path from the root, placed: in which area and which project it lies. */
function placed(path) {
  const [, area, name] = /^(apps|libs|tools)\/([^/]+)/.exec(path) ?? [];
  return { path, area: area ?? null, project: area ? `${area}/${name}` : null, name: name ?? null, package: null };
}

/** What an import specifier in `file` means, null being one that is worked out; see `dependency-rules.mjs`. */
function target(specifier, file) {
  if (specifier === null) return { path: null, area: null, project: null, name: null, package: null };
  if (/^\.{1,2}(\/|$)/.test(specifier)) {
    return placed(posix.join(posix.dirname(file), specifier).replace(/\.[cm]?[jt]s$/, ''));
  }
  const lib = /^@fivepoint\/(.+)$/.exec(specifier);
  if (lib) return placed(`libs/${lib[1]}`);
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1);
  return { path: null, area: null, project: null, name: null, package: name.join('/') };
}

/** Calls `check(specifier, node)` for every way in which a module can name another; the specifier is null where it is worked out. */
const everyImport = (check) => {
  const known = (node) => {
    const text =
      node?.type === 'TemplateLiteral' && node.expressions.length === 0 ? node.quasis[0].value.cooked : node?.value;
    return typeof text === 'string' ? text : null;
  };
  const named = (node) => node && check(known(node), node);
  return {
    ImportDeclaration: (node) => named(node.source),
    ExportNamedDeclaration: (node) => named(node.source),
    ExportAllDeclaration: (node) => named(node.source),
    ImportExpression: (node) => named(node.source),
    TSImportType: (node) => named(node.source ?? node.argument?.literal),
    TSExternalModuleReference: (node) => named(node.expression),
    'CallExpression[callee.name="require"]': (node) => named(node.arguments[0]),
    'CallExpression[callee.property.name="require"]': (node) => named(node.arguments[0]),
    'CallExpression[callee.property.value="require"]': (node) => named(node.arguments[0]),
    // It only says where a package lies, so what is worked out may be asked for.
    'CallExpression[callee.object.name="require"][callee.property.name="resolve"]': ({ arguments: [node] }) =>
      known(node) !== null && check(known(node), node),
  };
};

const imports = {
  meta: { type: 'problem', schema: [], messages: { broken: '[{{name}}] {{message}}' } },
  create(context) {
    const file = fromRoot(context.filename);
    const from = { ...placed(file), isSpec: isSpec(file) };
    return everyImport((specifier, node) => {
      const to = target(specifier, file);
      for (const { name, message, broken } of importRules) {
        if (broken(from, to)) context.report({ node, messageId: 'broken', data: { name, message } });
      }
    });
  },
};

const environment = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      env: 'Only a main (or a spec) reads process.env and hands it on: config(env) is pure, so that one place knows what a process needs.',
    },
  },
  create(context) {
    const file = fromRoot(context.filename);
    if (readsEnvironment(file) || (file.startsWith('tools/') && isMain(context.sourceCode.ast))) return {};
    const report = (node) => context.report({ node, messageId: 'env' });
    // Switching off what a package can only be told by the environment is no reading.
    const isSet = ({ parent }) => parent.parent?.type === 'AssignmentExpression' && parent.parent.left === parent;
    const reportRead = (node) => isSet(node) || report(node);
    return {
      'MemberExpression[object.name="process"][property.name="env"]': reportRead,
      'MemberExpression[object.name="process"][property.value="env"]': reportRead,
      'MemberExpression[object.name="process"][computed=true][property.type!="Literal"]': report,
      'CallExpression[callee.object.name=/^(Reflect|Object)$/] > Identifier.arguments[name="process"]': report,
      'MemberExpression[object.name=/^global(This)?$/][property.name="process"]': report,
      'MemberExpression[object.name=/^global(This)?$/][property.value="process"]': report,
      'VariableDeclarator[init.name=/^global(This)?$/] > ObjectPattern > Property[key.name="process"]': report,
      'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]': report,
      'VariableDeclarator[init.name="process"] > Identifier.id': report,
      'ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name="env"]': report,
      'ImportDeclaration[source.value=/^(node:)?process$/] > :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)':
        report,
      'ExportNamedDeclaration[source.value=/^(node:)?process$/] > ExportSpecifier[local.name="env"]': report,
    };
  },
};

/** A program calls its own `main`, or hands it to what runs it. */
const runs = new Set(['main', 'runCommand', 'launch']);
const isMain = (program) =>
  program.body.some(({ type, expression }) => type === 'ExpressionStatement' && runs.has(callee(expression)));

/** The name called first in `void main()`, `main().catch(…)` and `runCommand(main)`. */
function callee(node) {
  if (node?.type === 'Identifier') return node.name;
  return node && callee(node.argument ?? node.callee ?? node.object);
}

const noDecorators = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { decorator: 'The kernel is plain values and functions: no decorators.' },
  },
  create: (context) => ({ Decorator: (node) => context.report({ node, messageId: 'decorator' }) }),
};

const realPostgres = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { mock: 'Specs run on the real PostgreSQL of @fivepoint/testing: {{name}} is not mocked.' },
  },
  create: (context) => ({
    'CallExpression[callee.object.name="jest"][callee.property.name=/^(do|unstable_)?mock/i]'(node) {
      const name = node.arguments[0]?.value;
      if (neverMocked.includes(name)) context.report({ node, messageId: 'mock', data: { name } });
    },
  }),
};

/** The rules of this house that no other plugin has. */
export const house = {
  rules: { imports, environment, 'no-decorators': noDecorators, 'real-postgres': realPostgres },
};

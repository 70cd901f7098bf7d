import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** What a function takes that works on the database. */
const ofTheDatabase = ['Command', 'EntityManager', 'Sql', 'Pool'];

const typeName = (param) => param.typeAnnotation?.typeAnnotation?.typeName?.name;

/** Why no defect is planted in a piece of a rule's file; undefined where one is. */
function shouldIgnore(path) {
  if (path.isDecorator()) return 'it describes the graph or a table: the checked-in schemas are compared';
  if (path.isCallExpression() && path.node.callee.name === 'graphEnum') return 'it describes the graph, see above';
  if (!path.isFunction()) return undefined;
  if (path.node.params.some((param) => ofTheDatabase.includes(typeName(param))))
    return 'it works on the database: an integration spec is its proof';
  return undefined;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'no-rules', { shouldIgnore })];
